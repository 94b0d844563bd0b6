//! Texts of timestamps (Smithy 2.0, "Timestamp serialization and deserialization"), in seconds and nanoseconds since 1970.

/// A date and time of RFC 3339 in UTC, of the years 0001 to 9999, perhaps with a fraction: `1985-04-12T23:20:50.52Z`. What a
/// fraction has beyond nanoseconds is cut. `None` if the text is none.
pub fn date_time(text: &str) -> Option<(i64, u32)> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    instant([year, month, day], time)
}

/// A date of RFC 3339, at its first moment in UTC: `1985-04-12`. `None` if the text is none.
pub fn date(text: &str) -> Option<(i64, u32)> {
    instant(numbers(text, '-', [4, 2, 2])?, "00:00:00")
}

/// An IMF-fixdate of RFC 9110, perhaps with a fraction: `Tue, 29 Apr 2014 18:30:38 GMT`. `None` if the text is none; whether
/// the date is of that day of the week is not looked at.
pub fn http_date(text: &str) -> Option<(i64, u32)> {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (weekday, rest) = text.split_once(", ")?;
    let parts: Vec<&str> = rest.split(' ').collect();
    let [day, month, year, time, "GMT"] = parts.as_slice() else { return None };
    let (month, _) = (1..).zip(MONTHS).find(|(_, name)| name == month)?;
    let date = [number(year, 4)?, month, number(day, 2)?];
    DAYS.contains(&weekday).then(|| instant(date, time))?
}

/// Year, month and day, and a time as `23:20:50.5`. What is counted from 1970 has no leap seconds.
fn instant([year, month, day]: [i64; 3], time: &str) -> Option<(i64, u32)> {
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    let valid = year >= 1
        && (1..=12).contains(&month)
        && (1..=days_of(month, year)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    if !valid || fraction.is_empty() || !fraction.bytes().all(|next| next.is_ascii_digit()) {
        return None;
    }
    let nanoseconds: u32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    // Days from civil, with years that start in March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    Some((days * 86_400 + hour * 3_600 + minute * 60 + second, nanoseconds))
}

fn days_of(month: i64, year: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Three numbers of so many digits each.
fn numbers(text: &str, separator: char, lengths: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; 3];
    for (number, length) in numbers.iter_mut().zip(lengths) {
        *number = self::number(parts.next()?, length)?;
    }
    parts.next().is_none().then_some(numbers)
}

/// The number that so many digits are.
fn number(text: &str, length: usize) -> Option<i64> {
    let is_number = text.len() == length && text.bytes().all(|next| next.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::{date, date_time, http_date};

    #[test]
    fn date_times_are_days_that_there_are() {
        let cases = [
            ("1970-01-01T00:00:00Z", Some((0, 0))),
            ("1985-04-12T23:20:50Z", Some((482_196_050, 0))),
            ("1985-04-12T23:20:50.5Z", Some((482_196_050, 500_000_000))),
            ("1969-12-31T23:59:59.75Z", Some((-1, 750_000_000))),
            ("2000-02-29T00:00:00.1234567891Z", Some((951_782_400, 123_456_789))),
            ("1985-02-31T00:00:00Z", None),
            ("1900-02-29T00:00:00Z", None),
            ("2001-04-31T00:00:00Z", None),
            ("1985-04-12T24:00:00Z", None),
            ("1985-04-12T23:20:50+01:00", None),
            ("1985-04-12T23:20:50", None),
            ("1985-04-12T23:20:50.Z", None),
            ("1985-4-12T23:20:50Z", None),
            ("+985-04-12T23:20:50Z", None),
            ("0000-04-12T23:20:50Z", None),
            ("1985-04-12-01T23:20:50Z", None),
            ("1985-04-12", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(date_time(text), expected, "{text}");
        }
        assert_eq!(date("2000-02-29"), Some((951_782_400, 0)));
        assert_eq!(date("2001-02-29"), None);
    }

    #[test]
    fn http_dates_are_as_they_are_sent() {
        let cases = [
            ("Tue, 29 Apr 2014 18:30:38 GMT", Some((1_398_796_238, 0))),
            ("Tue, 29 Apr 2014 18:30:38.5 GMT", Some((1_398_796_238, 500_000_000))),
            ("Tue, 31 Apr 2014 18:30:38 GMT", None),
            ("29 Apr 2014 18:30:38 GMT", None),
            ("Tue, 29 Apr 2014 18:30 GMT", None),
            ("Tue, 29 Apr 2014 18:30:38 UTC", None),
            ("1985-04-12T23:20:50Z", None),
            ("garbage", None),
        ];
        for (text, expected) in cases {
            assert_eq!(http_date(text), expected, "{text}");
        }
    }
}
