//! What no client should send.

use super::exchange::{connect, read};
use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Attacks that were connected to the server.
    pub(super) sent: usize,
    pub(super) answered: usize,
    /// Those that it neither answered nor closed in time.
    pub(super) ignored: usize,
    pub(super) held: usize,
    pub(super) faults: Vec<String>,
}

impl Tally {
    /// Adds another one's.
    pub(super) fn add(&mut self, other: Self) {
        self.sent += other.sent;
        self.answered += other.answered;
        self.ignored += other.ignored;
        self.held += other.held;
        self.faults.extend(other.faults);
    }

    /// What is wrong with the counts, if anything is.
    pub(super) fn fault(&self) -> Option<String> {
        if self.answered == 0 {
            return Some("no malformed request was answered at all".to_owned());
        }
        (self.ignored > self.sent / MOST_IGNORED).then(|| {
            let Self { sent, ignored, .. } = self;
            format!("{ignored} of {sent} malformed requests were neither answered nor closed")
        })
    }
}

/// One of so many may be: a machine that is busy with other things leaves some waiting.
const MOST_IGNORED: usize = 10;

/// Attacks as fast as it goes until it is over.
pub(super) fn attack(address: SocketAddr, seed: u64, over: &AtomicBool) -> Tally {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut tally = Tally::default();
    while !over.load(Ordering::Relaxed) {
        let attack = attack_of(&mut dice);
        // All ports are in use for a moment, or the server has no room.
        let Ok(outcome) = send(address, &attack) else {
            thread::sleep(Duration::from_millis(1));
            continue;
        };
        tally.sent += 1;
        match outcome {
            Outcome::Answered(status) => {
                tally.answered += 1;
                if status >= 500 {
                    let shown: String =
                        String::from_utf8_lossy(&attack.bytes).chars().take(200).collect();
                    tally.faults.push(format!("{} is answered {status}: {shown:?}", attack.name));
                }
            }
            Outcome::Ignored => tally.ignored += 1,
            Outcome::Closed => {}
        }
    }
    tally
}

/// So many connections are held at a time: fewer than the server allows, so that others find room.
const HELD: u64 = 300;

/// Keeps connections open that say nothing, or a byte now and then, until it is over.
pub(super) fn hold(address: SocketAddr, over: &AtomicBool) -> Tally {
    const SLOW: &[u8] = b"POST /2015-03-31/functions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nX-Slow: ";
    let mut held: BTreeMap<u64, (TcpStream, usize)> = BTreeMap::new();
    let mut tally = Tally::default();
    while !over.load(Ordering::Relaxed) {
        for index in 0..HELD {
            if held.contains_key(&index) {
                continue;
            }
            // A connection may take seconds.
            if over.load(Ordering::Relaxed) {
                break;
            }
            if let Ok(stream) = connect(address).and_then(|stream| {
                stream.set_nonblocking(true)?;
                Ok(stream)
            }) {
                tally.held += 1;
                held.insert(index, (stream, 0));
            }
        }
        held.retain(|index, (stream, sent)| {
            // A third says nothing at all.
            if index % 3 > 0 {
                let byte = SLOW.get(*sent).unwrap_or(&b'x');
                *sent += 1;
                if stream.write_all(&[*byte]).is_err() {
                    return false;
                }
            }
            // Now and then one goes away in the middle.
            let is_open = !matches!(stream.read(&mut [0; 64]), Ok(0));
            is_open && *sent < 100 + usize::try_from(*index).unwrap_or(0)
        });
        thread::sleep(Duration::from_millis(50));
    }
    tally
}

/// Bytes for a connection, and what is done once they are sent.
struct Attack {
    name: &'static str,
    bytes: Vec<u8>,
    then: Then,
}

#[derive(Clone, Copy)]
enum Then {
    /// An answer is waited for.
    Read,
    /// This side says that it has finished, and an answer is waited for.
    Finish,
    /// The connection is closed.
    Close,
}

/// What came of an attack.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// The server answered with this status.
    Answered(u16),
    /// Either side closed the connection, which it may.
    Closed,
    /// The server did neither in time.
    Ignored,
}

/// Attacks once; an error if there is no connection.
fn send(address: SocketAddr, attack: &Attack) -> io::Result<Outcome> {
    let mut stream = connect(address)?;
    let limit = Duration::from_millis(if matches!(attack.then, Then::Read) { 250 } else { 1000 });
    stream.set_read_timeout(Some(limit))?;
    stream.set_write_timeout(Some(Duration::from_secs(2)))?;
    let start = Instant::now();
    for piece in attack.bytes.chunks(64 << 10) {
        // It need not take all of it.
        if start.elapsed() > Duration::from_secs(2) || stream.write_all(piece).is_err() {
            break;
        }
    }
    match attack.then {
        Then::Close => return Ok(Outcome::Closed),
        Then::Finish => drop(stream.shutdown(Shutdown::Write)),
        Then::Read => {}
    }
    Ok(match read(&mut stream) {
        Ok(answer) => Outcome::Answered(answer.status),
        // Which of the two it is depends on the system.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) =>
        {
            Outcome::Ignored
        }
        Err(_) => Outcome::Closed,
    })
}

/// A generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(usize::MAX) % bound
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most);
        (0..length).map(|_| u8::try_from(self.below(256)).unwrap_or(0)).collect()
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts.get(self.below(texts.len())).copied().unwrap_or_default()
    }
}

const TARGETS: &[&str] = &[
    "POST /2015-03-31/functions",
    "PUT /2015-03-31/functions/calm/code",
    "POST /2015-03-31/functions/calm/versions",
    "POST /2018-10-31/layers/l/versions",
];

/// Members of the bodies that these take, and some more.
const MEMBERS: &[&str] = &[
    "FunctionName",
    "Role",
    "Code",
    "Runtime",
    "Handler",
    "Timeout",
    "MemorySize",
    "Publish",
    "Environment",
    "Tags",
    "Layers",
    "VpcConfig",
    "Architectures",
    "ZipFile",
    "DryRun",
    "RevisionId",
    "CodeSha256",
    "Description",
    "Content",
    "CompatibleRuntimes",
    "LicenseInfo",
    "Unknown",
];

/// No value of any of them, and of the wrong type for most.
const VALUES: &[&str] = &[
    "null",
    "true",
    "-1",
    "1e999999",
    "1.5",
    "99999999999999999999999999",
    "\"\"",
    "\"\\ud800\"",
    "[]",
    "[null]",
    "[[1]]",
    "{}",
    "{\"a\":[{}]}",
    "\"%%%\"",
    "0x1",
    "+1",
    "nul",
    "'a'",
    "{\"a\":1,}",
    "[1",
    "\"\\x\"",
    "\"\u{1}\"",
    "NaN",
    "\u{FEFF}1",
];

const HEAD: &str = "HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

/// A request with this body, whose length is said.
fn with_body(target: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{target} {HEAD}Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    bytes.extend(body);
    bytes
}

fn attack_of(dice: &mut Dice) -> Attack {
    let target = dice.pick(TARGETS);
    let new = |name, bytes: Vec<u8>, then| Attack { name, bytes, then };
    match dice.below(20) {
        0 => new("a half-open connection", Vec::new(), Then::Close),
        1 => {
            let mut bytes = with_body(target, br#"{"FunctionName":"f","Role":"r","Code":{}}"#);
            bytes.truncate(dice.below(bytes.len()));
            new(
                "a truncated request",
                bytes,
                if dice.below(2) == 0 { Then::Close } else { Then::Finish },
            )
        }
        2 => {
            let bytes = format!("{target} {HEAD}Content-Length: 1000\r\n\r\n{{\"a\":").into_bytes();
            new("a truncated body", bytes, Then::Finish)
        }
        3 => {
            let length = dice.pick(&[
                "99999999999",
                "18446744073709551615",
                "18446744073709551616",
                "-1",
                "1x",
                "",
            ]);
            let bytes = format!("{target} {HEAD}Content-Length: {length}\r\n\r\n{{}}").into_bytes();
            new("a body of an absurd length", bytes, Then::Finish)
        }
        4 => {
            // More than versions may have.
            let body = format!(r#"{{"Description":"{}"}}"#, "a".repeat(7 << 20));
            let bytes = with_body("POST /2015-03-31/functions/calm/versions", body.as_bytes());
            // Long ones are rare, so that there is time for the others.
            if dice.below(8) == 0 {
                new("an oversized body", bytes, Then::Finish)
            } else {
                attack_of(dice)
            }
        }
        5..=7 => {
            let members: Vec<String> = (0..1 + dice.below(6))
                .map(|_| format!("\"{}\":{}", dice.pick(MEMBERS), dice.pick(VALUES)))
                .collect();
            let body = format!("{{{}}}", members.join(","));
            new("wrong types", with_body(target, body.as_bytes()), Then::Finish)
        }
        8 => {
            let open = dice.pick(&["[", "{\"a\":", "{\"Code\":", "[[{\"a\":["]);
            let body =
                format!("{{\"{}\":{}", dice.pick(MEMBERS), open.repeat(1 + dice.below(20_000)));
            new("deep nesting", with_body(target, body.as_bytes()), Then::Finish)
        }
        9 => {
            let mut body = br#"{"Description":""#.to_vec();
            body.extend([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]);
            body.extend(br#""}"#);
            new("invalid UTF-8", with_body(target, &body), Then::Finish)
        }
        10 => {
            let path = dice.pick(&[
                "%FF", "%", "%2", "%zz", "%C0%AF", "%00", "\u{E9}", "..", "%2e%2e", "//", "a%2Fb",
            ]);
            let bytes = format!("GET /2015-03-31/functions/{path}?Qualifier={path} {HEAD}\r\n")
                .into_bytes();
            new("a path that does not decode", bytes, Then::Finish)
        }
        11 => {
            let digits = "9".repeat(1 + dice.below(100_000));
            let number = dice.pick(&["", "-", "0.", "1e", "1e-", "0.0e"]).to_owned() + &digits;
            let body =
                format!("{{\"{}\":{number}}}", dice.pick(&["Timeout", "MemorySize", "Unknown"]));
            new("a huge number", with_body(target, body.as_bytes()), Then::Finish)
        }
        12 | 13 => {
            let chunks = dice.pick(&[
                "zz\r\n{}\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFFF\r\n{}",
                "7fffffffffffffff\r\n{}",
                "2\r\n{}x\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "-1\r\n{}\r\n",
                "2;a=\"b\"\r\n{}\r\n0\r\nX: \0\r\n\r\n",
                "\r\n\r\n",
                "0",
                "2\r\n{",
            ]);
            let bytes =
                format!("{target} {HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}").into_bytes();
            new("bad chunks", bytes, Then::Finish)
        }
        14 => {
            let extension = "a".repeat(dice.below(200_000));
            let bytes = format!(
                "{target} {HEAD}Transfer-Encoding: chunked\r\n\r\n2;{extension}\r\n{{}}\r\n0\r\n\r\n"
            );
            new("a chunk with a long extension", bytes.into_bytes(), Then::Finish)
        }
        15 => {
            let mut bytes = format!("GET /2015-03-31/functions/calm {HEAD}\r\n")
                .repeat(1 + dice.below(50))
                .into_bytes();
            bytes.extend(dice.bytes(2000));
            new(
                "garbage behind requests",
                bytes,
                if dice.below(2) == 0 { Then::Close } else { Then::Read },
            )
        }
        16 => {
            let header = format!("X-{}: {}\r\n", dice.below(1000), "a".repeat(dice.below(1000)));
            let bytes = format!("{target} {HEAD}{}\r\n", header.repeat(1 + dice.below(300)));
            new("many headers", bytes.into_bytes(), Then::Finish)
        }
        17 => {
            let headers = dice.pick(&[
                "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: x\r\n",
                "Content-Encoding: gzip\r\nContent-Length: 2\r\n",
                "X : a\r\n",
                "X: a\0b\r\n",
                " folded: a\r\n",
                ": a\r\n",
                "Content-Type: \u{FF}\r\nContent-Length: 2\r\n",
                "Host: a\r\nHost: b\r\n",
                "Accept: ;;q=x,\"\r\n",
                "Expect: 100-continue\r\nContent-Length: 2\r\n",
            ]);
            new(
                "odd headers",
                format!("{target} {HEAD}{headers}\r\n{{}}").into_bytes(),
                Then::Finish,
            )
        }
        18 => {
            let query = format!("{}=%41&", dice.pick(&["Marker", "MaxItems", "a", ""]))
                .repeat(1 + dice.below(5_000));
            let bytes =
                format!("GET /2015-03-31/functions/calm/versions?{query} {HEAD}\r\n").into_bytes();
            new("a long query", bytes, Then::Finish)
        }
        _ => {
            let mut bytes = dice
                .pick(&[
                    "",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    "\u{16}\u{3}\u{1}\u{2}",
                    "GET / HTTP/9.9\r\n\r\n",
                    "G\0T / HTTP/1.1\r\n\r\n",
                    "\r\n\r\n\r\n",
                ])
                .as_bytes()
                .to_vec();
            bytes.extend(dice.bytes(4000));
            new("what is not HTTP", bytes, Then::Finish)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    #[test]
    fn silence_is_told_from_a_closed_connection() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let check = |serve: fn(TcpStream) -> Option<TcpStream>, expected: Outcome| {
            thread::scope(|scope| {
                let served = scope.spawn(|| serve(listener.accept().unwrap().0));
                let attack = Attack { name: "x", bytes: b"x".to_vec(), then: Then::Read };
                assert_eq!(send(address, &attack).unwrap(), expected);
                drop(served.join());
            });
        };
        check(Some, Outcome::Ignored);
        let close = |mut stream: TcpStream| {
            stream.read_exact(&mut [0]).unwrap();
            None
        };
        check(close, Outcome::Closed);
        let answer = |mut stream: TcpStream| {
            stream.read_exact(&mut [0]).unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").unwrap();
            Some(stream)
        };
        check(answer, Outcome::Answered(400));
        // Nobody can listen at port 0; a port that was given back may be another's by now.
        let attack = Attack { name: "x", bytes: Vec::new(), then: Then::Close };
        assert!(send(SocketAddr::new(address.ip(), 0), &attack).is_err());
    }

    #[test]
    fn a_server_that_ignores_most_is_at_fault() {
        let fault =
            |sent, answered, ignored| Tally { sent, answered, ignored, ..Tally::default() }.fault();
        assert_eq!(fault(100, 90, 10), None);
        let ignores = "11 of 100 malformed requests were neither answered nor closed";
        assert_eq!(fault(100, 50, 11).as_deref(), Some(ignores));
        assert_eq!(fault(5, 0, 0).as_deref(), Some("no malformed request was answered at all"));
        assert_eq!(fault(0, 0, 0), fault(5, 0, 0));
    }
}
