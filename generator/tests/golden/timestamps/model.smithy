$version: "2.0"

namespace golden.timestamps

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Timestamps in every format, and where a format is given.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        @timestampFormat("date-time")
        dateTime: Timestamp

        @timestampFormat("http-date")
        httpDate: Timestamp

        epoch: EpochSeconds

        list: Dates

        @httpHeader("X-Epoch")
        @timestampFormat("epoch-seconds")
        header: Timestamp
    }
}

@timestampFormat("epoch-seconds")
timestamp EpochSeconds

list Dates {
    @timestampFormat("http-date")
    member: Timestamp
}
