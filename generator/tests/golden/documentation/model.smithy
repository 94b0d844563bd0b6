$version: "2.0"

namespace golden.documentation

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Docs with "quotes", */ comment ends, "# raw ends, {} braces, ]] and `ticks.
///
/// <p>Old <code>HTML</code> with <a href="https://example.com/a">a link</a>.</p>
///
///     indented code
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        /// A [link] that leads nowhere, and Vec<T>.
        one: String

        /// Line one
        /// - item *one*
        ///   more of it
        /// - item two
        two: String

        /// ```
        /// let x = 1;
        /// ```
        three: String
    }
}
