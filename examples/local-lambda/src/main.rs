//! Runs the local Lambda until it is told to stop.

use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};

use clap::Parser;
use lambda_server::Server;
use local_lambda::Home;

/// AWS Lambda's functions, versions and layers, kept in memory, for this machine alone.
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
    /// The port to listen on; 0 takes any free one.
    #[arg(long, default_value_t = 9001)]
    port: u16,
    /// The region to be in.
    #[arg(long, default_value = "us-east-1")]
    region: String,
    /// The account that everything belongs to.
    #[arg(long, default_value = "123456789012", value_parser = account)]
    account: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let Options { port, region, account } = Options::parse();
    // Nobody is authenticated, so nobody else may reach it.
    let server =
        Server::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?.with_signals()?;
    println!("listening on http://{}", server.local_addr()?);
    server.serve(local_lambda::service(Home { region, account })).await?;
    Ok(())
}

fn account(text: &str) -> Result<String, &'static str> {
    if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err("an account has twelve digits")
    }
}
