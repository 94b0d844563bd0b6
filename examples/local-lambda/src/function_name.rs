//! The forms in which a request may name a function: name, partial ARN, full ARN, each with or without a qualifier.

use crate::home::Home;
use crate::refusal::Refusal;

/// The qualifier of the working copy.
pub(crate) const LATEST: &str = "$LATEST";

/// The longest name that a function can be created with, in characters.
pub(crate) const LONGEST_NAME: usize = 64;

/// A function of this region and account, as a request names it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FunctionName {
    /// The name alone.
    pub(crate) name: String,
    /// A version, an alias or [`LATEST`].
    pub(crate) qualifier: Option<String>,
}

impl FunctionName {
    /// Reads `text`, which has the form that the model asks for, and the qualifier that was sent beside it.
    pub(crate) fn read(home: &Home, text: &str, qualifier: Option<&str>) -> Result<Self, Refusal> {
        let mut rest = text;
        if optional(&mut rest, |piece| piece == "arn").is_some() {
            let _partition = optional(&mut rest, |_| true);
            let _service = optional(&mut rest, |piece| piece == "lambda");
        }
        let region = optional(&mut rest, is_region).unwrap_or(&home.region);
        let account = optional(&mut rest, is_account).unwrap_or(&home.account);
        let _type = optional(&mut rest, |piece| piece == "function");
        let (name, derived) = match rest.split_once(':') {
            Some((name, derived)) => (name, Some(derived)),
            None => (rest, None),
        };
        if let (Some(derived), Some(qualifier)) = (derived, qualifier)
            && derived != qualifier
        {
            return Err(Refusal::invalid(
                "The derived qualifier from the function name does not match the specified qualifier.",
            ));
        }
        if region != home.region {
            let here = &home.region;
            return Err(Refusal::not_found(format!(
                "Functions from '{region}' are not reachable in this region ('{here}')"
            )));
        }
        if account != home.account {
            return Err(Refusal::denied(text));
        }
        Ok(Self { name: name.to_owned(), qualifier: derived.or(qualifier).map(str::to_owned) })
    }

    /// Reads `text` for an operation on the working copy.
    pub(crate) fn read_unqualified(home: &Home, text: &str) -> Result<String, Refusal> {
        let Self { name, qualifier } = Self::read(home, text, None)?;
        match qualifier.as_deref() {
            None | Some(LATEST) => Ok(name),
            Some(_) => Err(Refusal::invalid(
                "This operation is permitted on Lambda functions only. Aliases and versions do not support this \
                 operation. Please specify either a function name or an unqualified function ARN.",
            )),
        }
    }

    /// The ARN, with the qualifier if there is one.
    pub(crate) fn arn(&self, home: &Home) -> String {
        let arn = home.function_arn(&self.name);
        match &self.qualifier {
            Some(qualifier) => format!("{arn}:{qualifier}"),
            None => arn,
        }
    }
}

/// Takes one piece of an ARN off the text, if it is there.
fn optional<'t>(text: &mut &'t str, is_it: impl Fn(&str) -> bool) -> Option<&'t str> {
    let (piece, rest) = text.split_once(':')?;
    // What stands before `$LATEST` is the name, however much it looks like a region.
    if rest == LATEST || !is_it(piece) {
        return None;
    }
    *text = rest;
    Some(piece)
}

/// Two letters, perhaps `gov`, a word, a digit: `us-gov-west-1`.
fn is_region(piece: &str) -> bool {
    let mut parts: Vec<&str> = piece.split('-').collect();
    if parts.len() == 4 && parts.get(1) == Some(&"gov") {
        parts.remove(1);
    }
    let is_word =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    matches!(parts[..], [area, direction, number] if area.len() == 2
        && is_word(area)
        && is_word(direction)
        && number.len() == 1
        && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_account(piece: &str) -> bool {
    piece.len() == 12 && piece.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Home {
        Home { region: "us-east-1".to_owned(), account: "123456789012".to_owned() }
    }

    #[test]
    fn every_form() {
        let check = |text: &str, name: &str, qualifier: Option<&str>| {
            let expected =
                FunctionName { name: name.to_owned(), qualifier: qualifier.map(str::to_owned) };
            assert_eq!(FunctionName::read(&home(), text, None), Ok(expected), "{text}");
        };
        check("resize", "resize", None);
        check("resize:7", "resize", Some("7"));
        check("resize:$LATEST", "resize", Some("$LATEST"));
        check("function:resize", "resize", None);
        check("123456789012:function:resize", "resize", None);
        check("123456789012:resize:live", "resize", Some("live"));
        check("us-east-1:123456789012:function:resize", "resize", None);
        check("arn:aws:lambda:us-east-1:123456789012:function:resize:7", "resize", Some("7"));
        check("arn:aws-cn:lambda:resize", "resize", None);
        check("arn:aws:lambda:us-east-1:123456789012:function", "function", None);
        check("function", "function", None);
        check("function:$LATEST", "function", Some("$LATEST"));
        check("us-east-1:$LATEST", "us-east-1", Some("$LATEST"));
        check("name.space", "name.space", None);
    }

    #[test]
    fn refused() {
        let check = |text: &str, qualifier: Option<&str>, expected: &str| {
            let refusal = FunctionName::read(&home(), text, qualifier).expect_err(text);
            assert!(format!("{refusal:?}").contains(expected), "{text}: {refusal:?}");
        };
        check("resize:1", Some("2"), "does not match the specified qualifier");
        check("eu-central-1:resize", None, "Functions from 'eu-central-1' are not reachable");
        check("us-gov-west-1:resize", None, "Functions from 'us-gov-west-1' are not reachable");
        check("111122223333:function:resize", None, "AccessDeniedException");
    }
}
