//! What validators find.

use super::graph::Node;
use crate::{
    diagnostic::{Diagnostic, Kind, Severity, SmithyEvent},
    source::Origin,
};

/// One finding, under the id that Smithy's own validators give it.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// `HttpMethodSemantics.MissingReadonlyTrait`.
    pub(super) id: String,
    pub(super) severity: Severity,
    /// The shape or member, if it is about one.
    pub(super) shape: Option<String>,
    pub(super) message: String,
    pub(super) origin: Origin,
    pub(super) related: Option<(Origin, String)>,
    pub(super) help: Option<String>,
}

/// All that is found, in order.
#[derive(Debug, Default)]
pub(super) struct Events(pub(super) Vec<Event>);

impl Events {
    /// Adds an error about a node, at the place of the node.
    pub(super) fn error(
        &mut self,
        id: &str,
        node: Node<'_>,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        self.add(id, Severity::Error, node, message)
    }

    /// Adds a danger.
    pub(super) fn danger(
        &mut self,
        id: &str,
        node: Node<'_>,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        self.add(id, Severity::Danger, node, message)
    }

    /// Adds a warning.
    pub(super) fn warning(
        &mut self,
        id: &str,
        node: Node<'_>,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        self.add(id, Severity::Warning, node, message)
    }

    /// Adds a note.
    pub(super) fn note(
        &mut self,
        id: &str,
        node: Node<'_>,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        self.add(id, Severity::Note, node, message)
    }

    /// Adds a finding about a node, at the place of the node.
    pub(super) fn add(
        &mut self,
        id: &str,
        severity: Severity,
        node: Node<'_>,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        let origin = node.origin().clone();
        self.push(id, severity, Some(node.id()), message.into(), origin)
    }

    /// Adds a finding that is about no shape.
    pub(super) fn global(
        &mut self,
        id: &str,
        severity: Severity,
        origin: &Origin,
        message: impl Into<String>,
    ) -> EventRef<'_> {
        self.push(id, severity, None, message.into(), origin.clone())
    }

    fn push(
        &mut self,
        id: &str,
        severity: Severity,
        shape: Option<String>,
        message: String,
        origin: Origin,
    ) -> EventRef<'_> {
        let (related, help) = (None, None);
        let id = id.to_owned();
        self.0.push(Event { id, severity, shape, message, origin, related, help });
        EventRef(self.0.last_mut())
    }

    pub(super) fn has_errors(&self) -> bool {
        self.0.iter().any(|event| event.severity == Severity::Error)
    }
}

/// The finding that was added last, for saying more about it.
pub(super) struct EventRef<'e>(Option<&'e mut Event>);

impl EventRef<'_> {
    /// The place, if it is not the node's own.
    pub(super) fn at(mut self, origin: &Origin) -> Self {
        // What a built-in or an upgrade applied has no place.
        if let (Some(event), Some(_)) = (&mut self.0, origin.source()) {
            event.origin = origin.clone();
        }
        self
    }

    /// Another place, with what is there.
    pub(super) fn related(mut self, origin: &Origin, text: impl Into<String>) -> Self {
        if let (Some(event), Some(_)) = (&mut self.0, origin.source()) {
            event.related = Some((origin.clone(), text.into()));
        }
        self
    }

    /// What to do.
    pub(super) fn help(mut self, text: impl Into<String>) {
        if let Some(event) = &mut self.0 {
            event.help = Some(text.into());
        }
    }
}

impl Event {
    /// What a finding of the readers is to the rules of suppression, if it has an id.
    pub(super) fn of(finding: &Diagnostic) -> Option<Self> {
        let SmithyEvent { id, shape } = finding.event.as_deref()?;
        Some(Self {
            id: id.clone(),
            severity: finding.severity,
            shape: shape.clone(),
            message: String::new(),
            origin: finding.origin.clone(),
            related: None,
            help: None,
        })
    }

    pub(super) fn into_diagnostic(self) -> Diagnostic {
        let Self { id, severity, shape, message, origin, related, help } = self;
        Diagnostic {
            code: code(&id),
            severity,
            kind: Kind::Invalid,
            message,
            origin,
            label: None,
            related: related.into_iter().collect(),
            help,
            event: Some(Box::new(SmithyEvent { id, shape })),
        }
    }
}

/// The code of a finding: the first part of its id in kebab case; `validator` for those that a model
/// makes itself.
fn code(id: &str) -> &'static str {
    let first = match id.split('.').next().unwrap_or(id) {
        // The name of the validator is part of the id.
        first if first.starts_with("UnknownValidator_") => "UnknownValidator",
        first => first,
    };
    CODES.iter().find(|(known, _)| *known == first).map_or("validator", |&(_, code)| code)
}

/// The first parts of ids, with their codes.
const CODES: &[(&str, &str)] = &[
    ("AbbreviationName", "abbreviation-name"),
    ("AuthTrait", "auth-trait"),
    ("CamelCase", "camel-case"),
    ("ClientEndpointDiscovery", "client-endpoint-discovery"),
    ("CloudWatchNamespace", "cloud-watch-namespace"),
    ("CorsTrait", "cors-trait"),
    ("DefaultTrait", "default-trait"),
    ("DefaultValueInUpdate", "default-value-in-update"),
    ("DeprecatedShape", "deprecated-shape"),
    ("DeprecatedTrait", "deprecated-trait"),
    ("EnumShape", "enum-shape"),
    ("EnumTrait", "enum-trait"),
    ("ErrorRename", "error-rename"),
    ("EventPayloadTrait", "event-payload-trait"),
    ("EventStreamTestsTrait", "event-stream-tests-trait"),
    ("ExamplesTrait", "examples-trait"),
    ("ExclusiveStructureMemberTrait", "exclusive-structure-member-trait"),
    ("HostLabelTrait", "host-label-trait"),
    ("HttpApiKeyAuthTrait", "http-api-key-auth-trait"),
    ("HttpBindingTraitIgnored", "http-binding-trait-ignored"),
    ("HttpBindingsMissing", "http-bindings-missing"),
    ("HttpChecksumTrait", "http-checksum-trait"),
    ("HttpHeaderTrait", "http-header-trait"),
    ("HttpLabelTrait", "http-label-trait"),
    ("HttpMethodSemantics", "http-method-semantics"),
    ("HttpPayload", "http-payload"),
    ("HttpPrefixHeadersTrait", "http-prefix-headers-trait"),
    ("HttpQueryParamsTrait", "http-query-params-trait"),
    ("HttpQueryTrait", "http-query-trait"),
    ("HttpRequestTestsInput", "http-request-tests-input"),
    ("HttpResponseCodeSemantics", "http-response-code-semantics"),
    ("HttpResponseTestsError", "http-response-tests-error"),
    ("HttpResponseTestsOutput", "http-response-tests-output"),
    ("HttpUriConflict", "http-uri-conflict"),
    ("HttpUriFormat", "http-uri-format"),
    ("HttpUriGreedyLabel", "http-uri-greedy-label"),
    ("IdempotencyTokenIgnored", "idempotency-token-ignored"),
    ("IdempotentTrait", "idempotent-trait"),
    ("InputOutputStructureReuse", "input-output-structure-reuse"),
    ("JsonName", "json-name"),
    ("LengthTrait", "length-trait"),
    ("MediaType", "media-type"),
    ("MemberShouldReferenceResource", "member-should-reference-resource"),
    ("MetadataTrait", "metadata-trait"),
    ("MissingClientOptionalTrait", "missing-client-optional-trait"),
    ("MissingPaginatedTrait", "missing-paginated-trait"),
    ("MissingSensitiveTrait", "missing-sensitive-trait"),
    ("Model", "model"),
    ("ModelDeprecation", "model-deprecation"),
    ("NoInlineDocumentSupport", "no-inline-document-support"),
    ("NoninclusiveTerms", "noninclusive-terms"),
    ("OperationInputOutputMisuse", "operation-input-output-misuse"),
    ("OperationInputOutputName", "operation-input-output-name"),
    ("OperationNameAmbiguity", "operation-name-ambiguity"),
    ("PaginatedTrait", "paginated-trait"),
    ("PatternTrait", "pattern-trait"),
    ("PrivateAccess", "private-access"),
    ("PrivateMixinMember", "private-mixin-member"),
    ("ProtocolHttp", "protocol-http"),
    ("ProtocolHttpPayload", "protocol-http-payload"),
    ("QueryErrorCode", "query-error-code"),
    ("RangeTrait", "range-trait"),
    ("ReferencesTrait", "references-trait"),
    ("RepeatedShapeName", "repeated-shape-name"),
    ("RequestCompressionTrait", "request-compression-trait"),
    ("ReservedWords", "reserved-words"),
    ("ResourceCycle", "resource-cycle"),
    ("ResourceIdentifier", "resource-identifier"),
    ("ResourceIdentifierBinding", "resource-identifier-binding"),
    ("ResourceLifecycle", "resource-lifecycle"),
    ("ResourceOperationInputOutput", "resource-operation-input-output"),
    ("Rpcv2CborTrait", "rpcv2-cbor-trait"),
    ("Rpcv2JsonTrait", "rpcv2-json-trait"),
    ("Service", "service"),
    ("ServiceAuthDefinitions", "service-auth-definitions"),
    ("ServiceBoundResourceOperation", "service-bound-resource-operation"),
    ("ServiceTagging", "service-tagging"),
    ("ShapeClosure", "shape-closure"),
    ("ShapeIdConflict", "shape-id-conflict"),
    ("ShapeRecursion", "shape-recursion"),
    ("ShouldHaveUsedTimestamp", "should-have-used-timestamp"),
    ("SigV4Traits", "sig-v4-traits"),
    ("SingleOperationBinding", "single-operation-binding"),
    ("SingleResourceBinding", "single-resource-binding"),
    ("SmokeTestCase", "smoke-test-case"),
    ("StandardOperationVerb", "standard-operation-verb"),
    ("StreamingTrait", "streaming-trait"),
    ("SyntacticShapeIdTarget", "syntactic-shape-id-target"),
    ("TagEnabledService", "tag-enabled-service"),
    ("TagResourcePropertyName", "tag-resource-property-name"),
    ("TagResourcePropertyType", "tag-resource-property-type"),
    ("TaggableResource", "taggable-resource"),
    ("Target", "target"),
    ("TraitBreakingChanges", "trait-breaking-changes"),
    ("TraitConflict", "trait-conflict"),
    ("TraitTarget", "trait-target"),
    ("TraitValidators", "trait-validators"),
    ("TraitValue", "trait-value"),
    ("TypedMetadata", "typed-metadata"),
    ("Union", "union"),
    ("UniqueProtocolTestCaseId", "unique-protocol-test-case-id"),
    ("UniqueSmokeTestCaseId", "unique-smoke-test-case-id"),
    ("UnitType", "unit-type"),
    ("UnknownValidator", "unknown-validator"),
    ("UnreferencedShape", "unreferenced-shape"),
    ("UnstableTrait", "unstable-trait"),
    ("WaitableTrait", "waitable-trait"),
    ("WaitableTraitInvalidErrorType", "waitable-trait-invalid-error-type"),
    ("WaitableTraitJmespathProblem", "waitable-trait-jmespath-problem"),
    ("XmlFlattenedTrait", "xml-flattened-trait"),
    ("XmlNamespaceTrait", "xml-namespace-trait"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn codes_are_the_ids_in_kebab_case() {
        for (id, code) in CODES {
            let mut kebab = String::new();
            for letter in id.chars() {
                if letter.is_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.extend(letter.to_lowercase());
            }
            assert_eq!(kebab, *code);
        }
        assert_eq!(code("HttpMethodSemantics.MissingReadonlyTrait"), "http-method-semantics");
        assert_eq!(code("NoListsPlease"), "validator");
        assert_eq!(code("UnknownValidator_Nope"), "unknown-validator");
    }

    #[test]
    fn every_id_has_a_code_and_every_code_an_id() {
        let mut texts = Vec::new();
        read(Path::new("src/smithy/validate"), &mut texts);
        let called = r#"(?:\b(?:error|danger|warning|note|add|global)|format!)\(\s*&?"([A-Z]\w+)"#;
        let named = r#"const [A-Z_]+: &str =\s*"([A-Z][a-z]\w+)""#;
        for pattern in [called, named] {
            let pattern = regex::Regex::new(pattern).unwrap();
            for id in texts.iter().flat_map(|text| pattern.captures_iter(text)) {
                assert_ne!(code(&id[1]), "validator", "{}", &id[1]);
            }
        }
        // Some are found before there is a graph, and have their codes there.
        read(Path::new("src/smithy/resolve"), &mut texts);
        for (id, code) in CODES {
            let quoted = ["{}\"", "{}.", "{}_"].map(|form| format!("\"{}", form.replace("{}", id)));
            let quoted = quoted.into_iter().chain([format!("\"{code}\"")]).collect::<Vec<_>>();
            let is_used = |text: &String| quoted.iter().any(|quoted| text.contains(quoted));
            assert!(texts.iter().any(is_used), "nothing finds {id}");
        }
    }

    /// The validators' sources, but for this one.
    fn read(directory: &Path, texts: &mut Vec<String>) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, texts);
            } else if !path.ends_with("validate/event.rs") && !path.ends_with("tests.rs") {
                texts.push(fs::read_to_string(path).unwrap());
            }
        }
    }
}
