use crate::types::{ApplicationLogLevel, LogFormat, SystemLogLevel};
use farrier_runtime::codec::{Decode, Encode, Halt, Member, Reader, Structure, Writer};

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
    ///
    /// 1 to 512 characters.
    pub log_group: Option<String>,
}

impl LoggingConfig {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`log_format`](Self::log_format).
    #[must_use]
    pub fn with_log_format(mut self, log_format: LogFormat) -> Self {
        self.log_format = Some(log_format);
        self
    }

    /// Sets [`application_log_level`](Self::application_log_level).
    #[must_use]
    pub fn with_application_log_level(
        mut self,
        application_log_level: ApplicationLogLevel,
    ) -> Self {
        self.application_log_level = Some(application_log_level);
        self
    }

    /// Sets [`system_log_level`](Self::system_log_level).
    #[must_use]
    pub fn with_system_log_level(mut self, system_log_level: SystemLogLevel) -> Self {
        self.system_log_level = Some(system_log_level);
        self
    }

    /// Sets [`log_group`](Self::log_group).
    #[must_use]
    pub fn with_log_group(mut self, log_group: impl Into<String>) -> Self {
        self.log_group = Some(log_group.into());
        self
    }
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

impl Encode for LoggingConfig {
    fn encode(&self, writer: &mut dyn Writer) {
        let mut members = writer.structure(&LOGGING_CONFIG);
        members.optional(0, &self.log_format);
        members.optional(1, &self.application_log_level);
        members.optional(2, &self.system_log_level);
        members.optional(3, &self.log_group);
        members.end();
    }
}

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
