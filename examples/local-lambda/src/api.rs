//! The operations: what the generated trait asks for, one method each.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::header::HOST;
use lambda_server::operation::{
    CreateFunctionError, CreateFunctionInput, DeleteFunctionError, DeleteFunctionInput,
    DeleteLayerVersionError, DeleteLayerVersionInput, GetFunctionError, GetFunctionInput,
    GetFunctionOutput, GetLayerVersionByArnError, GetLayerVersionByArnInput, GetLayerVersionError,
    GetLayerVersionInput, ListLayerVersionsError, ListLayerVersionsInput, ListLayerVersionsOutput,
    ListVersionsByFunctionError, ListVersionsByFunctionInput, ListVersionsByFunctionOutput,
    PublishLayerVersionError, PublishLayerVersionInput, PublishLayerVersionOutput,
    PublishVersionError, PublishVersionInput, UpdateFunctionCodeError, UpdateFunctionCodeInput,
};
use lambda_server::types::{
    CodeSigningConfigNotFoundException, FunctionCodeLocation, FunctionConfiguration, LayerVersion,
};
use lambda_server::{Context, Lambda};

use crate::archive::{Archive, Archives};
use crate::configuration;
use crate::function::{Function, Snapshot};
use crate::function_name::{FunctionName, LATEST, LONGEST_NAME};
use crate::home::Home;
use crate::layer::{self, Layer};
use crate::layer_name::{NO_LAYER_VERSION, read_layer_name, read_layer_version_arn};
use crate::page;
use crate::refusal::{self, Refusal};
use crate::source::Source;

/// A Lambda in memory.
#[derive(Debug)]
pub struct LocalLambda {
    home: Home,
    archives: Archives,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    functions: BTreeMap<String, Function>,
    /// How many versions each function had that has been deleted: should it come back, its numbers go on from there.
    retired: BTreeMap<String, u64>,
    layers: BTreeMap<String, Layer>,
}

impl LocalLambda {
    /// One without functions and layers.
    pub fn new(home: Home) -> Self {
        Self { home, archives: Archives::default(), state: Mutex::default() }
    }

    pub(crate) fn archives(&self) -> Archives {
        self.archives.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics between two changes that belong together.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A link to an archive, at the address that the caller has used.
    fn link(&self, archive: &Arc<Archive>, context: &Context) -> String {
        let host = context.headers().get(HOST).and_then(|host| host.to_str().ok());
        format!("http://{}{}", host.unwrap_or("localhost"), self.archives.path(archive))
    }
}

impl State {
    fn function(&mut self, home: &Home, name: &str) -> Result<&mut Function, Refusal> {
        self.functions.get_mut(name).ok_or_else(|| Refusal::no_function(&home.function_arn(name)))
    }

    fn layer_version(&self, name: &str, number: u64) -> Result<&layer::Version, Refusal> {
        let version = self.layers.get(name).and_then(|layer| layer.version(number));
        version.ok_or_else(|| Refusal::not_found(NO_LAYER_VERSION))
    }
}

impl Lambda for LocalLambda {
    async fn create_function(
        &self,
        mut input: CreateFunctionInput,
        _: &Context,
    ) -> Result<FunctionConfiguration, CreateFunctionError> {
        let name = FunctionName::read_unqualified(&self.home, &input.function_name)?;
        if name.len() > LONGEST_NAME {
            let constraint = format!("have length less than or equal to {LONGEST_NAME}");
            let message = refusal::violation_text(&name, "functionName", &constraint);
            return Err(Refusal::invalid(message).into());
        }
        configuration::check(&input)?;
        if let Some(arn) = &input.code_signing_config_arn {
            let message = format!(
                "The code signing configuration cannot be found. Check that the provided code signing configuration \
                 is not deleted: {arn}."
            );
            return Err(CodeSigningConfigNotFoundException::new()
                .with_type(refusal::USER)
                .with_message(message)
                .into());
        }
        let archive = Source::of_function(&mut input.code).fetch()?;
        let tags = input.tags.take().unwrap_or_default();
        let is_published = input.publish;
        let mut state = self.state();
        if state.functions.contains_key(&name) {
            return Err(refusal::conflict(format!("Function already exist: {name}")).into());
        }
        let layers = layer::attach(
            &self.home,
            &state.layers,
            &input.layers.take().unwrap_or_default(),
            &archive,
        )?;
        let settings = configuration::configure(&self.home, &name, input, layers);
        let published = state.retired.remove(&name).unwrap_or_default();
        let mut function = Function::new(settings, archive, tags, published);
        let created = if is_published { function.publish(None) } else { function.latest() };
        // Even of a version, the answer tells the function's own ARN.
        let answer = created.settings.clone();
        state.functions.insert(name, function);
        Ok(answer)
    }

    async fn update_function_code(
        &self,
        mut input: UpdateFunctionCodeInput,
        _: &Context,
    ) -> Result<FunctionConfiguration, UpdateFunctionCodeError> {
        let name = FunctionName::read_unqualified(&self.home, &input.function_name)?;
        let source = Source::of_update(&mut input);
        let mut state = self.state();
        let function = state.function(&self.home, &name)?;
        if !function.latest().is_at(input.revision_id.as_deref()) {
            return Err(refusal::outdated().into());
        }
        let archive = source.fetch()?;
        let mut changed = function.latest().clone();
        changed.change_code(archive, input.architectures);
        if input.dry_run {
            return Ok(changed.settings);
        }
        *function.latest_mut() = changed;
        if input.publish {
            return Ok(function.publish(None).under_qualified_arn());
        }
        Ok(function.latest().settings.clone())
    }

    async fn get_function(
        &self,
        input: GetFunctionInput,
        context: &Context,
    ) -> Result<GetFunctionOutput, GetFunctionError> {
        let name =
            FunctionName::read(&self.home, &input.function_name, input.qualifier.as_deref())?;
        let state = self.state();
        let function = state.functions.get(&name.name);
        let found = function
            .and_then(|function| Some((function, function.qualified(name.qualifier.as_deref())?)));
        let Some((function, Snapshot { settings, archive })) = found else {
            return Err(Refusal::no_function(&name.arn(&self.home)).into());
        };
        let mut configuration = settings.clone();
        configuration.function_arn = Some(name.arn(&self.home));
        let code = FunctionCodeLocation::new()
            .with_repository_type("S3")
            .with_location(self.link(archive, context));
        let mut answer = GetFunctionOutput::new().with_configuration(configuration).with_code(code);
        answer.tags = Some(function.tags().clone()).filter(|tags| !tags.is_empty());
        Ok(answer)
    }

    async fn delete_function(
        &self,
        input: DeleteFunctionInput,
        _: &Context,
    ) -> Result<(), DeleteFunctionError> {
        let name =
            FunctionName::read(&self.home, &input.function_name, input.qualifier.as_deref())?;
        let mut state = self.state();
        let function = state.function(&self.home, &name.name)?;
        match name.qualifier.as_deref() {
            Some(LATEST) => {
                let message = "$LATEST version cannot be deleted without deleting the function.";
                Err(Refusal::invalid(message).into())
            }
            Some(version) => {
                function.delete(version);
                Ok(())
            }
            None => {
                let published = function.published();
                state.functions.remove(&name.name);
                state.retired.insert(name.name, published);
                Ok(())
            }
        }
    }

    async fn publish_version(
        &self,
        input: PublishVersionInput,
        _: &Context,
    ) -> Result<FunctionConfiguration, PublishVersionError> {
        let name = FunctionName::read_unqualified(&self.home, &input.function_name)?;
        let mut state = self.state();
        let function = state.function(&self.home, &name)?;
        let current = function.latest();
        if let Some(wanted) = input.code_sha256.as_deref().filter(|wanted| !wanted.is_empty())
            && wanted != current.archive.sha256
        {
            let current = &current.archive.sha256;
            return Err(Refusal::invalid(format!(
                "CodeSHA256 ({wanted}) is different from current CodeSHA256 in $LATEST ({current}). Please try again \
                 with the CodeSHA256 in $LATEST."
            ))
            .into());
        }
        if !current.is_at(input.revision_id.as_deref()) {
            return Err(refusal::outdated().into());
        }
        Ok(function.publish(input.description).under_qualified_arn())
    }

    async fn list_versions_by_function(
        &self,
        input: ListVersionsByFunctionInput,
        _: &Context,
    ) -> Result<ListVersionsByFunctionOutput, ListVersionsByFunctionError> {
        let name = FunctionName::read_unqualified(&self.home, &input.function_name)?;
        let first = page::read_marker(input.marker.as_deref())?;
        let mut state = self.state();
        let versions = state.function(&self.home, &name)?.list(first);
        let (versions, next) = page::cut(versions, input.max_items);
        let mut answer = ListVersionsByFunctionOutput::new().with_versions(versions);
        answer.next_marker = next;
        Ok(answer)
    }

    async fn publish_layer_version(
        &self,
        mut input: PublishLayerVersionInput,
        context: &Context,
    ) -> Result<PublishLayerVersionOutput, PublishLayerVersionError> {
        let name = read_layer_name(&self.home, &input.layer_name)?.to_owned();
        let archive = Source::of_layer(&mut input.content).fetch()?;
        let layer_arn = self.home.layer_arn(&name);
        let version =
            self.state().layers.entry(name).or_default().publish(layer_arn, archive, input);
        Ok(version.published(self.link(&version.archive, context)))
    }

    async fn get_layer_version(
        &self,
        input: GetLayerVersionInput,
        context: &Context,
    ) -> Result<LayerVersion, GetLayerVersionError> {
        let name = read_layer_name(&self.home, &input.layer_name)?;
        let number = layer::read_number(input.version_number)?;
        let state = self.state();
        let version = state.layer_version(name, number)?;
        Ok(version.described(self.link(&version.archive, context)))
    }

    async fn get_layer_version_by_arn(
        &self,
        input: GetLayerVersionByArnInput,
        context: &Context,
    ) -> Result<LayerVersion, GetLayerVersionByArnError> {
        let (name, number) = read_layer_version_arn(&self.home, &input.arn)?;
        let state = self.state();
        let version = state.layer_version(name, number)?;
        Ok(version.described(self.link(&version.archive, context)))
    }

    async fn list_layer_versions(
        &self,
        input: ListLayerVersionsInput,
        _: &Context,
    ) -> Result<ListLayerVersionsOutput, ListLayerVersionsError> {
        let name = read_layer_name(&self.home, &input.layer_name)?;
        let first = page::read_marker(input.marker.as_deref())?;
        let state = self.state();
        let versions =
            state.layers.get(name).into_iter().flat_map(|layer| layer.list(first, &input));
        let (versions, next) = page::cut(versions, input.max_items);
        let mut answer = ListLayerVersionsOutput::new().with_layer_versions(versions);
        answer.next_marker = next;
        Ok(answer)
    }

    async fn delete_layer_version(
        &self,
        input: DeleteLayerVersionInput,
        _: &Context,
    ) -> Result<(), DeleteLayerVersionError> {
        let name = read_layer_name(&self.home, &input.layer_name)?;
        let number = layer::read_number(input.version_number)?;
        if let Some(layer) = self.state().layers.get_mut(name) {
            layer.delete(number);
        }
        Ok(())
    }
}
