$version: "2.0"

namespace golden.query

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [FindThings]
}

/// Finds things.
@readonly
@http(method: "GET", uri: "/things?kind=all&flag")
operation FindThings {
    input := {
        /// The page to show.
        @httpQuery("page")
        page: Integer

        @required
        @httpQuery("tag")
        tags: Tags

        @httpQuery("since")
        since: Timestamp

        @httpQuery("order")
        order: Order

        @httpQueryParams
        others: Parameters
    }
}

list Tags {
    member: String
}

map Parameters {
    key: String
    value: String
}

enum Order {
    NEWEST = "newest"
    OLDEST = "oldest"
}
