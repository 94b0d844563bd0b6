//! Traits that shapes of their kind or name ought to have.

use super::{
    Lint, Report, Settings, own_name,
    words::{has_term, words},
};
use crate::{
    diagnostic::Severity,
    smithy::{
        document::Kind,
        model::Shape,
        validate::graph::{Graph, Node, prelude_trait},
    },
};

/// Inputs and outputs are made for one operation, and say so.
pub(super) struct InputOutputStructureReuse;

impl Lint for InputOutputStructureReuse {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (_, operation) in graph.own_of(Kind::Operation) {
            let parts = [
                (graph.input(operation), "input", "Input"),
                (graph.output(operation), "output", "Output"),
            ];
            for (shape, name, suffix) in parts {
                let Some(shape) =
                    shape.filter(|shape| prelude_trait(&shape.traits, name).is_none())
                else {
                    continue;
                };
                let Some(index) = graph.shape(&shape.id) else { continue };
                let operation = &operation.id.name;
                let message = format!(
                    "`{}` is the {name} of `{operation}`, and lacks the trait `{name}`",
                    shape.id.name
                );
                let at = (index, Node { shape, member: None });
                report.add(&format!(".{suffix}.{operation}"), Severity::Warning, at, &message);
            }
        }
    }
}

/// Members that clients may see as optional say so.
pub(super) struct MissingClientOptionalTrait {
    all: bool,
    structures: bool,
}

impl MissingClientOptionalTrait {
    pub(super) fn read(settings: Settings<'_>) -> Self {
        Self {
            all: settings.is_set("onRequiredOrDefault"),
            structures: settings.is_set("onRequiredStructureOrUnion"),
        }
    }
}

impl Lint for MissingClientOptionalTrait {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, node) in graph.own() {
            let Some(member) = node.member else { continue };
            // Of an input, all members are.
            let is_input = prelude_trait(&node.shape.traits, "input").is_some();
            if node.shape.kind != Kind::Structure || is_input || node.has("clientOptional") {
                continue;
            }
            let is_structure = graph
                .target(&member.target)
                .is_some_and(|target| matches!(target.kind, Kind::Structure | Kind::Union));
            let required = node.has("required");
            let what = match () {
                () if self.all && required => "is required",
                () if self.all && node.has("default") => "has a default",
                () if self.structures && required && is_structure => {
                    "is required, and could never have a default instead"
                }
                () => continue,
            };
            let message = format!("`{}` {what}, and lacks the trait `clientOptional`", node.name());
            report.add("", Severity::Danger, (index, node), &message);
        }
    }
}

/// Operations that seem to list things are paginated.
pub(super) struct MissingPaginatedTrait {
    verbs_require: Vec<String>,
    verbs_suggest: Vec<String>,
    inputs_require: Vec<String>,
    outputs_require: Vec<String>,
}

const INPUTS: [&str; 8] =
    ["maxresults", "maxitems", "pagesize", "limit", "nexttoken", "pagetoken", "token", "marker"];
const OUTPUTS: [&str; 9] = [
    "nexttoken",
    "pagetoken",
    "token",
    "marker",
    "nextpage",
    "nextpagetoken",
    "position",
    "nextmarker",
    "paginationtoken",
];

impl MissingPaginatedTrait {
    pub(super) fn read(settings: Settings<'_>) -> Self {
        let words = |name: &str, otherwise: &[&str]| match settings.get(name) {
            Some(_) => settings.texts(name).iter().map(|word| word.to_lowercase()).collect(),
            None => otherwise.iter().map(|&word| word.to_owned()).collect(),
        };
        Self {
            verbs_require: words("verbsRequirePagination", &["list", "search"]),
            verbs_suggest: words("verbsSuggestPagination", &["describe", "get"]),
            inputs_require: words("inputMembersRequirePagination", &INPUTS),
            outputs_require: words("outputMembersRequirePagination", &OUTPUTS),
        }
    }

    fn problem(&self, graph: &Graph<'_>, operation: &Shape) -> Option<(Severity, String)> {
        let verb = words(&operation.id.name).first()?.to_lowercase();
        if self.verbs_require.contains(&verb) {
            return Some((Severity::Danger, format!("begins with `{verb}`")));
        }
        let (input, output) = (graph.input(operation), graph.output(operation));
        for (shape, known, what) in
            [(input, &self.inputs_require, "takes"), (output, &self.outputs_require, "gives")]
        {
            let mut names = shape.into_iter().flat_map(|shape| shape.members.keys());
            if let Some(name) = names.find(|name| known.contains(&name.to_lowercase())) {
                return Some((Severity::Danger, format!("{what} `{name}`")));
            }
        }
        let is_list = |shape: &Shape| matches!(shape.kind, Kind::List | Kind::Set);
        let mut members = output?.members.values();
        let gives_list = members.any(|member| graph.target(&member.target).is_some_and(is_list));
        let suggests = gives_list && self.verbs_suggest.contains(&verb);
        suggests.then(|| (Severity::Warning, format!("begins with `{verb}`, and gives a list")))
    }
}

impl Lint for MissingPaginatedTrait {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        for (index, operation) in graph.own_of(Kind::Operation) {
            let node = Node { shape: operation, member: None };
            if node.has("paginated") {
                continue;
            }
            if let Some((severity, why)) = self.problem(graph, operation) {
                let message =
                    format!("the operation `{}` {why}, and is not paginated", operation.id.name);
                report.add("", severity, (index, node), &message);
            }
        }
    }
}

/// What is named as something that people keep to themselves is sensitive.
pub(super) struct MissingSensitiveTrait {
    terms: Vec<String>,
}

/// The terms that are looked for unless a model wants only its own.
const DEFAULT_TERMS: [&str; 24] = [
    "account number",
    "bank",
    "billing address",
    "birth",
    "birthday",
    "citizenship",
    "credentials",
    "driver license",
    "email",
    "ethnicity",
    "first name",
    "gender",
    "insurance",
    "ip address",
    "last name",
    "maiden name",
    "mailing address",
    "passport",
    "password",
    "phone",
    "religion",
    "social security",
    "telephone",
    "zip code",
];

impl MissingSensitiveTrait {
    pub(super) fn read(settings: Settings<'_>) -> Result<Self, String> {
        let mut terms = settings.texts("terms");
        if !settings.is_set("excludeDefaults") {
            terms.extend(DEFAULT_TERMS.iter().map(|&term| term.to_owned()));
        } else if terms.is_empty() {
            return Err("excludes the default terms and has none of its own".to_owned());
        }
        Ok(Self { terms })
    }
}

impl Lint for MissingSensitiveTrait {
    fn run(&self, graph: &Graph<'_>, report: &mut Report<'_, '_>) {
        let is_sensitive = |shape: &Shape| prelude_trait(&shape.traits, "sensitive").is_some();
        for (index, node) in graph.own() {
            let holds_data = !matches!(
                node.shape.kind,
                Kind::Service
                    | Kind::Resource
                    | Kind::Operation
                    | Kind::Boolean
                    | Kind::Enum
                    | Kind::IntEnum
            );
            let target = node.member.and_then(|member| graph.target(&member.target));
            let can_be = target.is_none_or(|target| target.kind != Kind::Boolean);
            if !holds_data
                || !can_be
                || is_sensitive(node.shape)
                || target.is_some_and(is_sensitive)
            {
                continue;
            }
            let name = own_name(node);
            if let Some(term) = self.terms.iter().find(|term| has_term(name, term)) {
                let message = format!(
                    "`{}` is named after `{term}`, and lacks the trait `sensitive`",
                    node.name()
                );
                report.add("", Severity::Warning, (index, node), &message);
            }
        }
    }
}
