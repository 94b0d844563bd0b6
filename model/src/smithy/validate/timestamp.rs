//! Texts of timestamps, as the trait `timestampFormat` calls them.

/// Whether a text is a date and time of RFC 3339 in UTC: `1985-04-12T23:20:50.52Z`.
pub(super) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').and_then(|text| text.split_once('T')) else {
        return false;
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let date = (|| Some((digits(year?, 4)?, digits(month?, 2)?, digits(day?, 2)?)))();
    parts.next().is_none() && date.is_some_and(is_date) && is_time(time)
}

/// Whether a text is an IMF-fixdate of RFC 9110, perhaps with a fraction: `Tue, 29 Apr 2014 18:30:38 GMT`.
pub(super) fn is_http_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Some((weekday, rest)) = text.split_once(", ") else { return false };
    let parts: Vec<&str> = rest.split(' ').collect();
    let [day, month, year, time, "GMT"] = parts.as_slice() else { return false };
    let month = (1..).zip(MONTHS).find(|(_, name)| name == month).map(|(number, _)| number);
    let date = (|| Some((digits(year, 4)?, month?, digits(day, 2)?)))();
    DAYS.contains(&weekday) && date.is_some_and(is_date) && is_time(time)
}

/// The number that so many digits are.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|next| next.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

fn is_date((year, month, day): (u32, u32, u32)) -> bool {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    year > 0 && (1..=days).contains(&day)
}

/// `23:20:50`, perhaps with a fraction. What is counted from 1970 has no leap seconds.
fn is_time(text: &str) -> bool {
    let (text, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let parts: Vec<Option<u32>> = text.split(':').map(|part| digits(part, 2)).collect();
    let [Some(hour), Some(minute), Some(second)] = parts.as_slice() else { return false };
    *hour < 24
        && *minute < 60
        && *second < 60
        && !fraction.is_empty()
        && fraction.bytes().all(|next| next.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_timestamps_from_other_texts() {
        let check = |text: &str, date_time: bool, http_date: bool| {
            assert_eq!((is_date_time(text), is_http_date(text)), (date_time, http_date), "{text}");
        };
        check("1985-04-12T23:20:50Z", true, false);
        check("1985-04-12T23:20:50.52Z", true, false);
        check("2000-02-29T00:00:00Z", true, false);
        check("1900-02-29T00:00:00Z", false, false);
        check("1985-04-31T23:20:50Z", false, false);
        check("1985-4-12T23:20:50Z", false, false);
        check("1985-04-12T24:20:50Z", false, false);
        check("1985-04-12T23:20:50.Z", false, false);
        check("1985-04-12T23:20:50+01:00", false, false);
        check("1985-04-12", false, false);
        check("+985-04-12T23:20:50Z", false, false);
        check("Tue, 29 Apr 2014 18:30:38 GMT", false, true);
        check("Tue, 29 Apr 2014 18:30:38.5 GMT", false, true);
        check("Tue, 31 Apr 2014 18:30:38 GMT", false, false);
        check("29 Apr 2014 18:30:38 GMT", false, false);
        check("Tue, 29 Apr 2014 18:30 GMT", false, false);
        check("garbage", false, false);
        check("", false, false);
    }
}
