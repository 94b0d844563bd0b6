use crate::types::{ApplicationLogLevel, LogFormat, SystemLogLevel};
use farrier_runtime::codec::{Decode, Halt, Member, Reader, Structure};

/// How a function logs to CloudWatch.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct LoggingConfig {
    /// The form of the lines. The two levels below want `JSON`.
    pub log_format: Option<LogFormat>,
    /// The least severe lines of the function's own that are kept.
    pub application_log_level: Option<ApplicationLogLevel>,
    /// The least severe of Lambda's lines about the function that are kept.
    pub system_log_level: Option<SystemLogLevel>,
    /// The log group to write to; `/aws/lambda/` and the function's name if left out.
    pub log_group: Option<String>,
}

static LOGGING_CONFIG: Structure = Structure::new(
    "LoggingConfig",
    &[
        Member::new("LogFormat"),
        Member::new("ApplicationLogLevel"),
        Member::new("SystemLogLevel"),
        Member::new("LogGroup"),
    ],
);

impl Decode for LoggingConfig {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        let mut value = Self::default();
        let mut members = reader.structure(&LOGGING_CONFIG)?;
        while let Some(member) = members.next()? {
            match member {
                0 => value.log_format = members.value()?,
                1 => value.application_log_level = members.value()?,
                2 => value.system_log_level = members.value()?,
                3 => value.log_group = members.value()?,
                _ => members.skip()?,
            }
        }
        members.end()?;
        Ok(value)
    }
}
