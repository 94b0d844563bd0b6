$version: "2.0"

namespace golden.recursion

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Shapes that hold themselves, directly and through others.
@http(method: "POST", uri: "/send")
operation Send {
    input := {
        tree: Tree
    }
    output := {
        tree: Tree
    }
}

structure Tree {
    left: Tree
    children: Trees
    leaf: Leaf
}

list Trees {
    member: Tree
}

structure Leaf {
    parent: Branch
}

union Branch {
    leaf: Leaf
    tree: Tree
    end: Unit
}
