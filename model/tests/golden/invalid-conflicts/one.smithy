$version: "2.0"

metadata list = ["a"]
metadata word = "one"

namespace golden.invalid

@length(min: 1)
string Limited

structure Members {
    a: String
}

string Kind

@tags(["a"])
@length(min: 1)
string Applied

apply Applied @tags(["b"])
apply Applied @length(max: 3)
apply Members$a @documentation("One.")
