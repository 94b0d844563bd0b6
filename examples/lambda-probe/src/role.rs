//! The role that functions are created with.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Asks the stand-in's IAM for a role, and says its ARN. A stand-in without IAM has no use for roles that exist.
///
/// # Errors
/// If nobody listens at `address`.
pub(crate) fn create(address: &str) -> io::Result<String> {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let body =
        "Action=CreateRole&Version=2010-05-08&RoleName=probe&AssumeRolePolicyDocument=%7B%7D";
    let length = body.len();
    let mut socket = TcpStream::connect(host)?;
    socket.set_read_timeout(Some(Duration::from_secs(30)))?;
    write!(
        socket,
        "POST / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\
         Authorization: AWS4-HMAC-SHA256 Credential=test/20240101/us-east-1/iam/aws4_request, \
         SignedHeaders=host, Signature=0\r\n\r\n{body}"
    )?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer)?;
    let arn = answer.split_once("<Arn>").and_then(|(_, rest)| rest.split_once("</Arn>"));
    Ok(arn.map_or("arn:aws:iam::123456789012:role/probe", |(arn, _)| arn).to_owned())
}
