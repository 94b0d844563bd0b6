//! Values outside of the body: in the path, in the query, in headers.

use std::fmt::Debug;

use farrier_runtime::codec::{Decode, Encode, Halt, Member, Problems, Reader, Strictness, Writer};
use farrier_runtime::http::{
    Location, accept_allows, decode_percent, encode_percent, query_pairs, read_text,
    same_media_type, write_header, write_label, write_query,
};
use farrier_runtime::{BigDecimal, BigInteger, Blob, Timestamp, TimestampFormat};

static PLAIN: Member = Member::new("plain");
static MEDIA: Member = Member::new("media").media_type();
static EPOCH: Member = Member::new("epoch").timestamp(TimestampFormat::EpochSeconds);
static DATE_TIME: Member = Member::new("dateTime").timestamp(TimestampFormat::DateTime);
static HTTP_DATE: Member = Member::new("httpDate").timestamp(TimestampFormat::HttpDate);
static EPOCHS: Member = Member::new("epochs").items(&EPOCH);
static DATE_TIMES: Member = Member::new("dateTimes").items(&DATE_TIME);
static HTTP_DATES: Member = Member::new("httpDates").items(&HTTP_DATE);

/// Reads `text` as everything that a text can be: what can be read, and is written, reads the same.
pub fn everywhere(text: &str) {
    encodings(text);
    times(text);
    for strictness in [Strictness::Strict, Strictness::Tolerant] {
        for location in [Location::Label, Location::Query, Location::Header] {
            let place = Place { location, strictness };
            place.scalars(text);
            if location != Location::Label {
                place.lists(text);
            }
        }
    }
    accept_allows(text, "application/json");
    assert!(same_media_type(text, text));
}

/// Percent-encoding, and queries taken apart.
fn encodings(text: &str) {
    for keep_slash in [false, true] {
        let mut encoded = String::new();
        encode_percent(text, keep_slash, &mut encoded);
        assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()), "{encoded}");
        assert_eq!(decode_percent(&encoded).as_deref(), Some(text));
    }
    let Some(pairs) = query_pairs(text).collect::<Option<Vec<_>>>() else { return };
    let mut query = String::new();
    for (name, value) in &pairs {
        write_query(&PLAIN, name, &**value, &mut query);
    }
    let again: Option<Vec<_>> = query_pairs(query.strip_prefix('?').unwrap_or(&query)).collect();
    assert_eq!(again.as_ref(), Some(&pairs), "{query}");
}

/// What is read strictly is read leniently too, and is written such that both read it again.
fn times(text: &str) {
    use TimestampFormat::{Date, DateTime, EpochSeconds, HttpDate};
    for format in [EpochSeconds, DateTime, Date, HttpDate] {
        let strict = Timestamp::parse_strict(text, format);
        let lenient = Timestamp::parse(text, format);
        if strict.is_ok() {
            assert_eq!(strict, lenient, "{format:?}");
        }
        let Ok(time) = lenient else { continue };
        let written = time.format(format);
        let again = Timestamp::parse_strict(&written, format);
        let expected = match format {
            HttpDate => Timestamp::from_unix_seconds(time.unix_seconds()),
            _ => time,
        };
        assert_eq!(again, Ok(expected), "{format:?} {written}");
    }
}

#[derive(Clone, Copy, Debug)]
struct Place {
    location: Location,
    strictness: Strictness,
}

impl Place {
    fn scalars(self, text: &str) {
        self.check::<bool>(&PLAIN, text);
        self.check::<i8>(&PLAIN, text);
        self.check::<i64>(&PLAIN, text);
        self.check::<Float32>(&PLAIN, text);
        self.check::<Float64>(&PLAIN, text);
        self.check::<BigInteger>(&PLAIN, text);
        self.check::<BigDecimal>(&PLAIN, text);
        self.check::<Blob>(&PLAIN, text);
        self.check::<String>(&PLAIN, text);
        self.check::<String>(&MEDIA, text);
        for member in [&EPOCH, &DATE_TIME] {
            self.check::<Timestamp>(member, text);
        }
        self.check::<WholeSeconds>(&HTTP_DATE, text);
    }

    fn lists(self, text: &str) {
        self.check::<Vec<bool>>(&PLAIN, text);
        self.check::<Vec<i64>>(&PLAIN, text);
        self.check::<Vec<Float64>>(&PLAIN, text);
        self.check::<Vec<String>>(&PLAIN, text);
        self.check::<Vec<Timestamp>>(&EPOCHS, text);
        self.check::<Vec<Timestamp>>(&DATE_TIMES, text);
        self.check::<Vec<WholeSeconds>>(&HTTP_DATES, text);
    }

    /// If `text` can be read, what was read is written, and read again.
    fn check<T: Decode + Encode + PartialEq + Debug>(self, member: &'static Member, text: &str) {
        let Some(value) = self.read::<T>(member, &[text]) else { return };
        let texts = self.written(member, &value);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!(self.read::<T>(member, &texts), Some(value), "{self:?}: {texts:?}");
    }

    fn read<T: Decode>(self, member: &'static Member, texts: &[&str]) -> Option<T> {
        let mut problems = Problems::new();
        let read = read_text(self.location, self.strictness, member, texts, &mut problems);
        assert_eq!(read.is_err(), !problems.is_empty(), "a value, or problems: not both");
        read.ok()
    }

    fn written<T: Encode>(self, member: &'static Member, value: &T) -> Vec<String> {
        let mut written = String::new();
        match self.location {
            Location::Header => return write_header(member, value).into_iter().collect(),
            // An empty one is not written.
            Location::Label if !write_label(member, value, false, &mut written) => {
                return vec![String::new()];
            }
            Location::Label => {
                return decode_percent(&written)
                    .map(|text| vec![text.into_owned()])
                    .expect("a label");
            }
            Location::Query => write_query(member, "name", value, &mut written),
        }
        let query = written.strip_prefix('?').unwrap_or_default();
        query_pairs(query).map(|pair| pair.expect("a parameter").1.into_owned()).collect()
    }
}

/// Equal to itself, NaN too.
macro_rules! float {
    ($name:ident, $type:ty) => {
        #[derive(Clone, Copy, Debug)]
        struct $name($type);

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0 || (self.0.is_nan() && other.0.is_nan())
            }
        }

        impl Decode for $name {
            fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
                <$type>::decode(reader).map(Self)
            }
        }

        impl Encode for $name {
            fn encode(&self, writer: &mut dyn Writer) {
                self.0.encode(writer);
            }
        }
    };
}

float!(Float32, f32);
float!(Float64, f64);

/// A time in a format that has no room for fractions of a second, but may be read with one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct WholeSeconds(Timestamp);

impl Decode for WholeSeconds {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let time = Timestamp::decode(reader)?;
        Ok(Self(Timestamp::from_unix_seconds(time.unix_seconds())))
    }
}

impl Encode for WholeSeconds {
    fn encode(&self, writer: &mut dyn Writer) {
        self.0.encode(writer);
    }
}
