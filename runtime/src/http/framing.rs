//! Headers that belong to the connection: they say where a message ends, and whom it goes to.

/// What a header means to the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// `Content-Length`, which follows from the body.
    Length,
    /// Any other: only who makes the connection can know what it must say.
    Connection,
}

/// What the header `name` means to the connection, if anything.
#[must_use]
pub fn framing_of(name: &str) -> Option<Framing> {
    const CONNECTION: [&str; 7] =
        ["connection", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"];
    if name.eq_ignore_ascii_case("content-length") {
        return Some(Framing::Length);
    }
    let of_connection = CONNECTION.iter().any(|framing| framing.eq_ignore_ascii_case(name));
    of_connection.then_some(Framing::Connection)
}
