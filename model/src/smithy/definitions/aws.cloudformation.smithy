$version: "2.0"

namespace aws.cloudformation

@trait(selector: "structure > :test(member > string)", conflicts: ["aws.cloudformation#cfnExcludeProperty"])
@unstable
structure cfnAdditionalIdentifier {}

@trait(selector: "resource > operation -[input, output]-> structure > member", conflicts: ["aws.cloudformation#cfnExcludeProperty"])
@unstable
structure cfnDefaultValue {}

@trait(selector: "structure > member", conflicts: ["aws.cloudformation#cfnAdditionalIdentifier", "aws.cloudformation#cfnMutability", "aws.cloudformation#cfnDefaultValue"])
@unstable
structure cfnExcludeProperty {}

@trait(selector: "structure > member", conflicts: ["aws.cloudformation#cfnExcludeProperty"])
@unstable
enum cfnMutability {
    FULL = "full"
    CREATE_AND_READ = "create-and-read"
    CREATE = "create"
    READ = "read"
    WRITE = "write"
}

@trait(selector: "structure > member")
@unstable
string cfnName

@trait(selector: "resource")
@unstable
structure cfnResource {
    name: String
    additionalSchemas: StructureIdList
    @deprecated primaryIdentifier: String
}

@private
list StructureIdList { @idRef(failWhenMissing: true, selector: "structure") member: String }
