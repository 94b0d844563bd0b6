$version: "2.0"

namespace golden.label

use aws.protocols#restJson1

@restJson1
service Files {
    version: "1"
    operations: [GetFile]
}

/// Reads one file.
@readonly
@http(method: "GET", uri: "/drives/{drive}/files/{path+}")
operation GetFile {
    input := {
        /// Which drive.
        @required
        @httpLabel
        drive: Integer

        @required
        @httpLabel
        path: String
    }
    output := {
        size: Long
    }
}
