//! The calendar: days since 1970 to year, month and day, and back.

/// Seconds.
pub(super) const DAY: i64 = 86_400;

pub(super) const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A second in the calendar, in UTC.
pub(super) struct Civil {
    pub(super) year: i64,
    month: i64,
    pub(super) day: i64,
    days: i64,
    second: i64,
}

impl Civil {
    // Days are counted in eras of 400 years that begin on 1 March, so that leap days come last.
    pub(super) fn of(seconds: i64) -> Self {
        let days = seconds.div_euclid(DAY);
        let second = seconds.rem_euclid(DAY);
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year, month, day, days, second }
    }

    pub(super) fn weekday(&self) -> &'static str {
        // 1970-01-01 was a Thursday.
        name_at(&WEEKDAYS, (self.days + 3).rem_euclid(7))
    }

    pub(super) fn month_name(&self) -> &'static str {
        name_at(&MONTHS, self.month - 1)
    }

    pub(super) fn write_date(&self, out: &mut Vec<u8>) {
        write_digits(self.year, 4, out);
        out.push(b'-');
        write_digits(self.month, 2, out);
        out.push(b'-');
        write_digits(self.day, 2, out);
    }

    pub(super) fn write_time(&self, out: &mut Vec<u8>) {
        write_digits(self.second / 3600, 2, out);
        out.push(b':');
        write_digits(self.second / 60 % 60, 2, out);
        out.push(b':');
        write_digits(self.second % 60, 2, out);
    }
}

fn name_at(names: &[&'static str], index: i64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

/// Days since 1970-01-01, if there is such a day from the year 1 on.
pub(super) fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days_in_month = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if year < 1 || day < 1 || day > days_in_month {
        return None;
    }
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// The last `count` digits of `value`.
pub(super) fn write_digits(value: i64, count: u32, out: &mut Vec<u8>) {
    for place in (0..count).rev() {
        let digit = value / 10_i64.pow(place) % 10;
        out.push(b'0' + u8::try_from(digit).unwrap_or_default());
    }
}
