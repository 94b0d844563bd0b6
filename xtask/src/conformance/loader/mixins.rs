//! `mixins/` and what else is about mixins beside `valid/` and `invalid/`.

use super::{
    expected::{
        self, Check,
        Expected::{Flat, Is, Lacks, Order},
    },
    suite::{Suite, same, sound, sound_sources},
};
use farrier_model::smithy::Mixins;

/// The cases.
pub(super) fn add(suite: &mut Suite) {
    expected::add(suite, CHECKS);
    let file = "mixins/apply-to-mixed-member.json";
    let path = suite.path(file);
    let text = suite.text(file);
    let result = || {
        // The same text under other names: the definitions and the applied traits must be found equal.
        let mut sources = farrier_model::Sources::new();
        for name in ["test.json", "test2.json", "test3.json"] {
            sources.add(name, text.clone());
        }
        let thrice = sound_sources(sources)?;
        let once = sound(std::slice::from_ref(&path))?;
        same(&once.model.to_ast(Mixins::Kept), &thrice.model.to_ast(Mixins::Kept))
    };
    suite.add(format!("{file}: equal models beside each other are one"), result());

    let file = "mixin-and-apply-model.smithy";
    let path = suite.path(file);
    let result = || {
        let once = sound(std::slice::from_ref(&path))?.model.to_ast(Mixins::Kept);
        let mut sources = farrier_model::Sources::new();
        sources.load(&path).map_err(|error| error.to_string())?;
        sources.add("written.json", once.to_json());
        let both = sound_sources(sources)?;
        same(&once, &both.model.to_ast(Mixins::Kept))
    };
    suite.add(format!("{file}: beside what it is as JSON AST it is the same"), result());
}

#[rustfmt::skip]
const CHECKS: &[Check] = &[
    Check {
        id: "mixins/apply-to-mixed-member: `apply` reaches a member of a mixin",
        files: &["mixins/apply-to-mixed-member.json"],
        beside: &[],
        expected: &[
            Is("/shapes/com.example#Thing$description", r#"{"type": "apply", "traits": {"smithy.api#default": "test"}}"#),
            Flat("/shapes/com.example#Thing/members/description/traits", r#"{"smithy.api#default": "test", "smithy.api#required": {}}"#),
        ],
    },
    Check {
        id: "mixins/collection-mixins: lists and maps have what their mixins have",
        files: &["mixins/collection-mixins.json"],
        beside: &[],
        expected: &[
            Flat("/shapes/smithy.example#MyList", r#"{"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#length": {"min": 2, "max": 4}}}"#),
            Flat("/shapes/smithy.example#MyMap", r#"{"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}, "traits": {"smithy.api#length": {"min": 1, "max": 4}}}"#),
        ],
    },
    Check {
        id: "mixins/mixin-conflict-acceptable: equal definitions with mixins are one",
        files: &["mixins/mixin-conflict-acceptable-1.smithy", "mixins/mixin-conflict-acceptable-2.smithy"],
        beside: &[("user.smithy", "$version: \"2.0\"\nnamespace smithy.example\nstructure User with [A] {}\n")],
        expected: &[Order("/shapes/smithy.example#User/members", &["b", "a"])],
    },
    Check {
        id: "mixins/mixins-can-override-traits: members in order, with the last word on their traits",
        files: &["mixins/mixins-can-override-traits.smithy"],
        beside: &[],
        expected: &[
            Order("/shapes/smithy.example#F/members", &["a", "b", "c", "d", "e", "f"]),
            Flat("/shapes/smithy.example#F/members/a/traits", r#"{"smithy.api#documentation": "I've changed"}"#),
            Flat("/shapes/smithy.example#F/members/c/traits", r#"{"smithy.api#documentation": "I've changed", "smithy.api#internal": {}}"#),
            Flat("/shapes/smithy.example#F/traits", r#"{"smithy.api#documentation": "F", "smithy.api#internal": {}, "smithy.api#sensitive": {}, "smithy.api#deprecated": {}, "smithy.api#tags": ["a"], "smithy.api#externalDocumentation": {"web": "http://example.com"}, "smithy.api#since": "X"}"#),
            Is("/shapes/smithy.example#F$a", r#"{"type": "apply", "traits": {"smithy.api#documentation": "I've changed"}}"#),
            Lacks("/shapes/smithy.example#F$c"),
        ],
    },
    Check {
        id: "mixins/operation-mixins: operations have the errors of their mixins",
        files: &["mixins/operation-mixins.json"],
        beside: &[],
        expected: &[
            Flat("/shapes/example.weather.operations#OperationWithMixin/errors", r#"[{"target": "example.weather.errors#ThrottlingException"}, {"target": "example.weather.errors#ValidationException"}]"#),
            Flat("/shapes/example.weather.operations#OperationWithMixin/input/target", r#""example.weather.operations#OperationWithMixinInput""#),
            Lacks("/shapes/example.weather.operations#OperationWithMixin/errors"),
        ],
    },
    Check {
        id: "mixins/resource-mixins: a resource keeps its operations beside a mixin",
        files: &["mixins/resource-mixins.json"],
        beside: &[],
        expected: &[Flat("/shapes/example.weather.resources#ResourceWithMixin", r#"{"type": "resource", "operations": [{"target": "example.weather.resources#DummyOperation"}]}"#)],
    },
    Check {
        id: "mixins/simple-shape-mixins: simple shapes have the traits of their mixins",
        files: &["mixins/simple-shape-mixins.json"],
        beside: &[],
        expected: &[
            Flat("/shapes/smithy.example#MyTestInt", r#"{"type": "integer", "traits": {"smithy.api#range": {"min": 1}}}"#),
            Flat("/shapes/smithy.example#MyTestString", r#"{"type": "string", "traits": {"smithy.api#length": {"min": 2, "max": 4}}}"#),
        ],
    },
    Check {
        id: "mixins/union-mixins: a union that is a mixin itself has the members of its mixin",
        files: &["mixins/union-mixins.json"],
        beside: &[("user.smithy", "$version: \"2.0\"\nnamespace smithy.example\nunion User with [MyUnion] {}\n")],
        expected: &[
            Order("/shapes/smithy.example#User/members", &["bar", "baz"]),
            Is("/shapes/smithy.example#MyUnion/mixins", r#"[{"target": "smithy.example#MyMixin"}]"#),
            Is("/shapes/smithy.example#MyUnion/members", r#"{"baz": {"target": "smithy.api#String"}}"#),
        ],
    },
    Check {
        id: "mixin-and-apply-model: `apply` reaches a member of a mixin, beside suffixes of inputs and outputs",
        files: &["mixin-and-apply-model.smithy"],
        beside: &[],
        expected: &[
            Flat("/shapes/smithy.example#MachineData/members/machineId/traits", r#"{"smithy.api#required": {}}"#),
            Is("/shapes/smithy.example#CreateMachine/output/target", r#""smithy.example#CreateMachineResponse""#),
            Is("/shapes/smithy.example#CreateMachine/input/target", r#""smithy.api#Unit""#),
        ],
    },
    Check {
        id: "synthetic-boxing-mixins: a default of null comes with a mixin",
        files: &["synthetic-boxing-mixins.smithy"],
        beside: &[],
        expected: &[
            Flat("/shapes/smithy.example#MixedStruct/members/bar/traits", r#"{"smithy.api#default": null}"#),
            Is("/shapes/smithy.example#MixedStruct/members", "{}"),
            Flat("/shapes/smithy.example#MixedInteger", r#"{"type": "integer"}"#),
        ],
    },
];
