$version: "2.0"

metadata validators = [
    { name: "AbbreviationName", configuration: { allowedAbbreviations: ["URL"] } }
    { name: "CamelCase", configuration: { memberNames: "lower" } }
    { name: "InputOutputStructureReuse" }
    { name: "MissingClientOptionalTrait", configuration: { onRequiredStructureOrUnion: true } }
    { name: "MissingPaginatedTrait" }
    { name: "MissingSensitiveTrait", severity: "DANGER", message: "ask the lawyers: {super}" }
    { name: "NoninclusiveTerms", configuration: { terms: { crazy: ["wild", "odd"] } } }
    { name: "RepeatedShapeName" }
    {
        name: "ReservedWords"
        id: "Taken"
        configuration: { reserved: [
            { words: ["*self"], reason: "generated code has it" }
            { terms: ["end point"], selector: "member" }
        ] }
    }
    { name: "ShouldHaveUsedTimestamp", namespaces: ["example.linted"] }
    { name: "StandardOperationVerb", configuration: { verbs: ["List", "Put"], prefixes: ["Batch"], suggestAlternatives: { Remove: ["Delete"] } } }
    { name: "CamelCase", id: "Elsewhere", namespaces: ["example.elsewhere"], configuration: { memberNames: "upper" } }
    { name: "EmitEachSelector", id: "NoOne", severity: "NOTE", configuration: { selector: "service" } }
]

namespace example.linted

use aws.protocols#restJson1

@restJson1
service Station {
    version: "1"
    operations: [ListTrains, RemoveTrain, BatchPutTrain, GetURL]
}

@http(method: "POST", uri: "/list")
operation ListTrains {
    output := {
        trains: TrainList
    }
}

@http(method: "POST", uri: "/remove")
operation RemoveTrain {
    input: RemoveTrainInput
}

structure RemoveTrainInput {
    trainID: String
}

/// A crazy amount of them.
@http(method: "POST", uri: "/put")
operation BatchPutTrain {
    input := {
        trains: TrainList
        mySelf: String
        homeEndPoint: String
    }
}

@http(method: "POST", uri: "/url")
operation GetURL {
    output := {
        url: String
    }
}

list TrainList {
    member: Train
}

structure Train {
    trainName: String
    Departed_at: String
    driverPhone: String

    /// The one that sets the pace.
    masterClock: String

    @required
    route: Route
}

structure Route {
    /// Nothing follows this.
}
