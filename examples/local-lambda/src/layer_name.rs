//! The forms in which a request may name a layer, or one of its versions: name or ARN.

use crate::home::Home;
use crate::refusal::Refusal;

/// What an operation on a layer that is not there is answered.
pub(crate) const NO_LAYER_VERSION: &str = "The resource you requested does not exist.";

/// The name of a layer of this region and account: `text` is the name itself or the layer's ARN.
pub(crate) fn read_layer_name<'t>(home: &Home, text: &'t str) -> Result<&'t str, Refusal> {
    let name = match text.strip_prefix("arn:") {
        Some(rest) => read_arn(home, text, rest)?,
        None => text,
    };
    if name.is_empty()
        || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    {
        // The model's pattern is not anchored in both of its halves; Lambda holds the whole name against it all the same.
        let constraint = format!("satisfy regular expression pattern: {PATTERN}");
        return Err(Refusal::violation(text, "layerName", &constraint));
    }
    Ok(name)
}

/// The name and the version that a layer version's ARN tells.
pub(crate) fn read_layer_version_arn<'t>(
    home: &Home,
    arn: &'t str,
) -> Result<(&'t str, u64), Refusal> {
    let parts =
        arn.rsplit_once(':').and_then(|(layer, version)| Some((layer, version.parse().ok()?)));
    let Some((layer, version)) = parts else { return Err(Refusal::not_found(NO_LAYER_VERSION)) };
    Ok((read_layer_name(home, layer)?, version))
}

const PATTERN: &str =
    "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+";

/// The name at the end of an ARN: partition, service, region, account, `layer`, name.
fn read_arn<'t>(home: &Home, arn: &str, rest: &'t str) -> Result<&'t str, Refusal> {
    let parts: Vec<&str> = rest.split(':').collect();
    let [_, _, region, account, _, name] = parts[..] else { return Ok(rest) };
    if account != home.account {
        return Err(Refusal::denied(arn));
    }
    if region != home.region {
        return Err(Refusal::not_found(NO_LAYER_VERSION));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Home {
        Home { region: "us-east-1".to_owned(), account: "123456789012".to_owned() }
    }

    #[test]
    fn names() {
        let read = |text| read_layer_name(&home(), text);
        assert_eq!(read("libs"), Ok("libs"));
        assert_eq!(read("arn:aws:lambda:us-east-1:123456789012:layer:libs"), Ok("libs"));
        for (text, expected) in [
            ("two words", "ValidationException"),
            ("arn:aws:lambda:us-east-1:123456789012:layer:libs:3", "ValidationException"),
            ("arn:aws:lambda:us-east-1:111122223333:layer:libs", "AccessDeniedException"),
            ("arn:aws:lambda:eu-west-1:123456789012:layer:libs", NO_LAYER_VERSION),
        ] {
            let refusal = read(text).expect_err(text);
            assert!(format!("{refusal:?}").contains(expected), "{text}: {refusal:?}");
        }
    }

    #[test]
    fn version_arns() {
        let read = |text| read_layer_version_arn(&home(), text);
        assert_eq!(read("arn:aws:lambda:us-east-1:123456789012:layer:libs:3"), Ok(("libs", 3)));
        let huge = "arn:aws:lambda:us-east-1:123456789012:layer:libs:99999999999999999999999";
        assert_eq!(read(huge), Err(Refusal::not_found(NO_LAYER_VERSION)));
    }
}
