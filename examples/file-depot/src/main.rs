//! Runs the depot until it is told to stop.

use std::error::Error;
use std::net::Ipv4Addr;

use depot_server::Server;
use file_depot::FileDepot;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let Some(directory) = arguments.next() else {
        return Err("usage: file-depot DIRECTORY [PORT]".into());
    };
    let port = arguments.next().map_or(Ok(9002), |port| port.parse())?;
    // Nobody is authenticated, so nobody else may reach it.
    let server = Server::bind((Ipv4Addr::LOCALHOST, port)).await?.with_signals()?;
    println!("listening on http://{}", server.local_addr()?);
    server.serve(depot_server::service(FileDepot::open(directory)?)).await?;
    Ok(())
}
