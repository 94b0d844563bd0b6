//! Timestamps in every format.

use std::time::{Duration, SystemTime};

use farrier_runtime::{Timestamp, TimestampFormat};

use TimestampFormat::{Date, DateTime, EpochSeconds, HttpDate};

/// A time, and its text in each format.
const TIMES: &[(i64, u32, &str, &str, &str)] = &[
    (0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "0"),
    (
        482_196_050,
        520_000_000,
        "1985-04-12T23:20:50.52Z",
        "Fri, 12 Apr 1985 23:20:50 GMT",
        "482196050.52",
    ),
    (1_398_796_238, 0, "2014-04-29T18:30:38Z", "Tue, 29 Apr 2014 18:30:38 GMT", "1398796238"),
    (
        951_782_400,
        1,
        "2000-02-29T00:00:00.000000001Z",
        "Tue, 29 Feb 2000 00:00:00 GMT",
        "951782400.000000001",
    ),
    (-1, 500_000_000, "1969-12-31T23:59:59.5Z", "Wed, 31 Dec 1969 23:59:59 GMT", "-0.5"),
    (-2, 750_000_000, "1969-12-31T23:59:58.75Z", "Wed, 31 Dec 1969 23:59:58 GMT", "-1.25"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT", "-62135596800"),
    (
        253_402_300_799,
        999_999_999,
        "9999-12-31T23:59:59.999999999Z",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "253402300799.999999999",
    ),
    (-2_203_891_200, 0, "1900-03-01T00:00:00Z", "Thu, 01 Mar 1900 00:00:00 GMT", "-2203891200"),
];

#[test]
fn times_are_written_and_read() {
    for (seconds, nanos, date_time, http_date, epoch) in TIMES {
        let time = Timestamp::new(*seconds, *nanos).unwrap();
        assert_eq!(time.to_string(), *date_time);
        assert_eq!(time.format(DateTime), *date_time);
        assert_eq!(time.format(HttpDate), *http_date);
        assert_eq!(time.format(EpochSeconds), *epoch);
        assert_eq!(time.format(Date), date_time[..10]);
        for parse in [Timestamp::parse, Timestamp::parse_strict] {
            assert_eq!(parse(date_time, DateTime), Ok(time));
            assert_eq!(parse(epoch, EpochSeconds), Ok(time));
            let whole = Timestamp::new(*seconds, 0).unwrap();
            assert_eq!(parse(http_date, HttpDate), Ok(whole));
            let day = whole.unix_seconds().div_euclid(86_400) * 86_400;
            assert_eq!(parse(&date_time[..10], Date), Ok(Timestamp::new(day, 0).unwrap()));
        }
    }
}

#[test]
fn clients_read_more_than_servers() {
    let cases = [
        ("1996-12-19T16:39:57-08:00", DateTime, 851_042_397, 0),
        ("2019-12-17T00:48:18+01:00", DateTime, 1_576_540_098, 0),
        ("2019-12-16t23:48:18.5z", DateTime, 1_576_540_098, 500_000_000),
        ("2019-12-16 23:48:18Z", DateTime, 1_576_540_098, 0),
        ("Sun, 02 Jan 2000 20:34:56.456 GMT", HttpDate, 946_845_296, 456_000_000),
    ];
    for (text, format, seconds, nanos) in cases {
        assert_eq!(Timestamp::parse(text, format).ok(), Timestamp::new(seconds, nanos), "{text}");
        assert!(Timestamp::parse_strict(text, format).is_err(), "{text}");
    }
    // A leap second, and more digits than nanoseconds.
    let leap = Timestamp::new(1_483_228_800, 0).unwrap();
    assert_eq!(Timestamp::parse("2016-12-31T23:59:60Z", DateTime), Ok(leap));
    assert_eq!(Timestamp::parse("0.1234567899", EpochSeconds).unwrap().subsec_nanos(), 123_456_789);
}

#[test]
fn anything_else_is_refused() {
    let cases: &[(TimestampFormat, &[&str])] = &[
        (
            DateTime,
            &[
                "",
                "1996-12-19T16:39:57+00",
                "1996-12-19T16:39:57+00Z",
                "1996-12-19T16:39:57",
                "1996-12-19T163957",
                "19961219T163957Z",
                "19961219T16:39:57Z",
                "1996-12-19T16:39Z",
                "1996-12-19T16Z",
                "2011-12-03T10:15:30+01:00[Europe/Paris]",
                "1996-12-19T16:39:57.Z",
                "1996-13-19T16:39:57Z",
                "1996-00-19T16:39:57Z",
                "1996-02-30T16:39:57Z",
                "1900-02-29T00:00:00Z",
                "1996-12-00T16:39:57Z",
                "1996-12-19T24:39:57Z",
                "1996-12-19T16:60:57Z",
                "1996-12-19T16:39:61Z",
                "1996-12-19T16:38:60Z",
                "0000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "-001-01-01T00:00:00Z",
                "1996-12-19T16:39:57+24:00",
                "1996-12-19T16:39:57+01:60",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "1996-12-19T16:39:57Z ",
                " 1996-12-19T16:39:57Z",
                "Tue, 29 Apr 2014 18:30:38 GMT",
                "1515531081",
                "١٩٩٦-12-19T16:39:57Z",
            ],
        ),
        (
            HttpDate,
            &[
                "",
                "1985-04-12T23:20:50.52Z",
                "1515531081",
                "Tue, 29 Apr 2014 18:30:38 UTC",
                "Tue, 29 Apr 2014 18:30:38 +0000",
                "Xxx, 29 Apr 2014 18:30:38 GMT",
                "Tue, 29 Xxx 2014 18:30:38 GMT",
                "Tue, 31 Apr 2014 18:30:38 GMT",
                "Tue, 9 Apr 2014 18:30:38 GMT",
                "Tue, 29 Apr 14 18:30:38 GMT",
                "29 Apr 2014 18:30:38 GMT",
                "Tue, 29 Apr 2014 18:30:38. GMT",
                "Tue, 29 Apr 2014 18:30 GMT",
                "Tue, 29 Apr 2014 18:30:38 GMT ",
            ],
        ),
        (
            EpochSeconds,
            &[
                "",
                "true",
                "1515531081ABC",
                "0x42",
                "1515531081.123.456",
                "Infinity",
                "-Infinity",
                "NaN",
                "1.",
                ".5",
                "+1",
                "1e30",
                "253402300800",
                "-62135596801",
                "-62135596800.1",
                "99999999999999999999",
                "1e-99999999999",
            ],
        ),
        (Date, &["", "1985-4-12", "1985-04-12T00:00:00Z", "1985-04-31", "0000-01-01", "19850412"]),
    ];
    for (format, texts) in cases {
        for text in *texts {
            assert!(Timestamp::parse(text, *format).is_err(), "{text}");
            assert!(Timestamp::parse_strict(text, *format).is_err(), "{text}");
        }
    }
}

#[test]
fn every_day_is_the_day_after_the_one_before() {
    let mut expected = (1_i64, 1_i64, 1_i64);
    let mut days: i64 = -719_162;
    while expected.0 < 10_000 {
        let (year, month, day) = expected;
        let time = Timestamp::new(days * 86_400 + 86_399, 0).unwrap();
        let text = format!("{year:04}-{month:02}-{day:02}");
        assert_eq!(time.format(Date), text);
        assert_eq!(Timestamp::parse(&text, Date), Ok(Timestamp::new(days * 86_400, 0).unwrap()));
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let length = match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        expected = match (month, day) {
            (12, 31) => (year + 1, 1, 1),
            (_, day) if day == length => (year, month + 1, 1),
            _ => (year, month, day + 1),
        };
        days += 1;
    }
}

#[test]
fn system_times_come_and_go() {
    for (seconds, nanos, ..) in TIMES {
        let time = Timestamp::new(*seconds, *nanos).unwrap();
        let system = SystemTime::try_from(time).unwrap();
        assert_eq!(Timestamp::from(system), time);
    }
    let far = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40);
    assert_eq!(Timestamp::from(far), Timestamp::MAX);
    assert_eq!(Timestamp::from_unix_seconds(i64::MAX), Timestamp::MAX);
    assert_eq!(Timestamp::from_unix_seconds(i64::MIN), Timestamp::MIN);
    assert_eq!(Timestamp::new(0, 1_000_000_000), None);
    assert!(Timestamp::now() > Timestamp::from_unix_seconds(1_700_000_000));
}
