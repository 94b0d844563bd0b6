//! The ways from the client to the server.

use std::io;

use lambda_client::farrier_runtime::auth::StaticCredentials;
use lambda_client::farrier_runtime::client::RetryConfig;
use lambda_client::{Client, Config};
use lambda_server::Server;
use tokio::task::JoinHandle;

use crate::Scripted;

/// A way from the client to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A socket of this machine, HTTP/1.1.
    Socket,
    /// The server as the client's transport.
    Memory,
}

/// Every way.
pub const WAYS: [Way; 2] = [Way::Socket, Way::Memory];

/// A client, and the server that it reaches, for as long as this lives.
#[derive(Debug)]
pub struct Reached {
    /// The client. It calls once, whatever happens.
    pub client: Client,
    server: Option<JoinHandle<io::Result<()>>>,
}

impl Drop for Reached {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            server.abort();
        }
    }
}

/// A client that calls once, and a server with these scripts.
///
/// # Errors
/// If no socket can be had.
pub async fn reach(way: Way, scripted: Scripted) -> io::Result<Reached> {
    let service = lambda_server::service(scripted).on_internal_failure(|_, _| {});
    let config = stubborn();
    match way {
        Way::Memory => {
            Ok(Reached { client: Client::new(config.with_service(service)), server: None })
        }
        Way::Socket => {
            let server = Server::bind("127.0.0.1:0").await?;
            let endpoint = format!("http://{}", server.local_addr()?);
            let server = tokio::spawn(server.serve(service));
            Ok(Reached {
                client: Client::new(config.with_endpoint(endpoint)),
                server: Some(server),
            })
        }
    }
}

/// Settings of a client that never calls again.
pub fn stubborn() -> Config {
    Config::new()
        .with_region("us-east-1")
        .with_credentials(StaticCredentials::new("test", "test"))
        .with_retry(RetryConfig::disabled())
}
