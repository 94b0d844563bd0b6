//! Calls every operation of a Lambda with the generated client, and checks the answers.
//!
//! `ADDRESS` says where the Lambda is: a stand-in for AWS's on this machine, since functions and layers come and go.
//! What the stand-in does not have is skipped.

mod archive;
mod checks;
mod functions;
mod layers;
mod role;

use std::error::Error;
use std::process::ExitCode;

use checks::Checks;
use lambda_client::farrier_runtime::auth::StaticCredentials;
use lambda_client::{Client, Config};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let address = std::env::var("ADDRESS")?;
    let config = Config::new()
        .with_endpoint(&address)
        .with_region("us-east-1")
        .with_credentials(StaticCredentials::new("test", "test"));
    let client = Client::new(config);
    let role = role::create(&address)?;
    let mut checks = Checks::default();
    layers::probe(&client, &mut checks).await;
    functions::probe(&client, &role, &mut checks).await;
    Ok(checks.close())
}
