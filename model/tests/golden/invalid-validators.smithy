$version: "2.0"

metadata validators = [
    { name: "EmitEachSelector", id: "Broken", configuration: { selector: "strcture" } }
    { name: "EmitEachSelector", id: "Unclosed", configuration: { selector: ":not(string" } }
    { name: "EmitNoneSelector", id: "None" }
    { name: "EmitEachSelector", selector: "[", configuration: { selector: "string" } }
    { name: "StandardOperationVerb" }
    { name: "CamelCase", configuration: { memberNames: "sideways" } }
    { name: "NoninclusiveTerms", configuration: { excludeDefaults: true } }
    { name: "MissingSensitiveTrait", configuration: { excludeDefaults: true } }
    { name: "ReservedWords", configuration: { reserved: [{ reason: "none" }] } }
    { name: "ShouldHaveUsedTimestamp", configuration: { additionalPatterns: ["("] } }
    { id: "Nameless" }
]

namespace example.validators

use aws.protocols#restJson1

@restJson1
service Nothing {
    version: "1"
}
