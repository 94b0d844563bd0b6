$version: "2.0"

// What readers find has Smithy's ids too, and can be suppressed as what validators find.
metadata suppressions = [
    { id: "SyntacticShapeIdTarget", namespace: "*" }
    { id: "Model", namespace: "*" }
]
metadata words = [tpyo]

namespace golden.suppressed

use aws.protocols#restJson1
use golden.elsewhere#missing

@restJson1
@tags([untagged])
service Suppressed {
    version: "1"
}
