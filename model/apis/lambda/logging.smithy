$version: "2.0"

namespace com.amazonaws.lambda

/// How a function logs to CloudWatch.
structure LoggingConfig {
    /// The form of the lines. The two levels below want `JSON`.
    LogFormat: LogFormat

    /// The least severe lines of the function's own that are kept.
    ApplicationLogLevel: ApplicationLogLevel

    /// The least severe of Lambda's lines about the function that are kept.
    SystemLogLevel: SystemLogLevel

    /// The log group to write to; `/aws/lambda/` and the function's name if left out.
    LogGroup: LogGroup
}

/// The form of log lines.
enum LogFormat {
    /// One JSON object a line.
    JSON = "JSON"

    /// Plain text.
    TEXT = "Text"
}

/// How severe a function's own log lines must be to be kept, least severe first.
enum ApplicationLogLevel {
    /// Everything.
    TRACE = "TRACE"

    /// Help for debugging, and whatever is more severe.
    DEBUG = "DEBUG"

    /// News of normal operation, and whatever is more severe.
    INFO = "INFO"

    /// Warnings, errors and fatal errors.
    WARN = "WARN"

    /// Errors and fatal errors.
    ERROR = "ERROR"

    /// Fatal errors alone.
    FATAL = "FATAL"
}

/// How severe Lambda's log lines about a function must be to be kept, least severe first.
enum SystemLogLevel {
    /// Everything.
    DEBUG = "DEBUG"

    /// Starts, reports and the like, and warnings.
    INFO = "INFO"

    /// Warnings alone.
    WARN = "WARN"
}

@length(min: 1, max: 512)
@pattern("^[\\.\\-_/#A-Za-z0-9]+$")
string LogGroup
