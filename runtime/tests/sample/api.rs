//! What the sample answers: for some names something special.
#![allow(
    clippy::field_reassign_with_default,
    reason = "as users do it, to whom the structures are non-exhaustive"
)]

use std::time::Duration;

use farrier_runtime::ByteStream;
use farrier_runtime::server::{Context, Fault};

use super::Sample;
use super::operations::*;
use super::types::{FunctionConfiguration, ServiceException, TooManyRequestsException};

/// Answers as the input asks for.
#[derive(Clone, Default)]
pub struct Api;

impl Sample for Api {
    async fn publish_version(
        &self,
        input: PublishVersionInput,
        context: &Context,
    ) -> Result<FunctionConfiguration, PublishVersionError> {
        tokio::task::yield_now().await;
        match input.function_name.as_str() {
            "panic" => panic!("the handler's secret"),
            "sleep" => tokio::time::sleep(Duration::from_secs(60)).await,
            "failed" => {
                let message = Some("it failed".to_owned());
                let mut error = ServiceException::default();
                error.message = message;
                return Err(PublishVersionError::ServiceException(error));
            }
            "busy" => {
                let mut error = TooManyRequestsException::default();
                error.retry_after_seconds = Some("7".to_owned());
                error.message = Some("slow down".to_owned());
                return Err(PublishVersionError::TooManyRequestsException(error));
            }
            "fault" => {
                let fault = Fault::new(409, "Conflict", "taken")
                    .with_retry_after(Duration::from_millis(1500))
                    .with_member("Type", "User");
                return Err(fault.into());
            }
            _ => {}
        }
        assert_eq!(context.operation(), "PublishVersion");
        let mut output = FunctionConfiguration::default();
        output.function_name = Some(input.function_name);
        output.version = Some("1".to_owned());
        output.runtimes = input.runtimes;
        Ok(output)
    }

    async fn get_layer_version(
        &self,
        input: GetLayerVersionInput,
        context: &Context,
    ) -> Result<GetLayerVersionOutput, PublishVersionError> {
        let mut output = GetLayerVersionOutput::default();
        output.version = Some(input.version_number);
        output.runtimes = input.runtimes;
        output.description =
            Some(format!("{} {:?} {:?}", input.layer_name, input.parts, input.everything));
        output.tag = context.remote_address().map(|address| address.to_string());
        match input.layer_name.as_str() {
            "202" => output.status = Some(202),
            "bad" => output.tag = Some("line\r\nSet-Cookie: a=b".to_owned()),
            "no" => output.status = Some(1000),
            _ => {}
        }
        Ok(output)
    }

    async fn find_layer_version(
        &self,
        input: FindLayerVersionInput,
        _: &Context,
    ) -> Result<(), PublishVersionError> {
        assert_eq!(input.arn, "arn:a");
        Ok(())
    }

    async fn put_file(
        &self,
        input: PutFileInput,
        _: &Context,
    ) -> Result<PutFileOutput, PublishVersionError> {
        let mut output = PutFileOutput::default();
        let mut metadata = input.metadata.unwrap_or_default();
        metadata.insert("Key".to_owned(), input.key);
        output.metadata = Some(metadata);
        output.content = Some(input.content);
        Ok(output)
    }

    async fn transform(
        &self,
        input: TransformInput,
        _: &Context,
    ) -> Result<TransformOutput, PublishVersionError> {
        let mut output = TransformOutput::default();
        output.name = Some(input.name);
        match output.name.as_deref() {
            Some("echo") => output.content = input.content,
            _ => {
                let text = match input.content.collect().await {
                    Ok(bytes) => String::from_utf8_lossy(&bytes).to_uppercase(),
                    Err(error) => error.to_string(),
                };
                output.content = ByteStream::from(text);
            }
        }
        Ok(output)
    }
}
