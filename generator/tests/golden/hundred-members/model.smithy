$version: "2.0"

namespace golden.hundred_members

use aws.protocols#restJson1

@restJson1
service Things {
    version: "1"
    operations: [Send]
}

/// Takes a hundred members.
@http(method: "POST", uri: "/send")
operation Send {
    output: Hundred
}

structure Hundred {
    member0: String
    member1: Integer
    member2: Boolean
    member3: Long
    member4: String
    member5: Integer
    member6: Boolean
    member7: Long
    member8: String
    member9: Integer
    member10: Boolean
    member11: Long
    member12: String
    member13: Integer
    member14: Boolean
    member15: Long
    member16: String
    member17: Integer
    member18: Boolean
    member19: Long
    member20: String
    member21: Integer
    member22: Boolean
    member23: Long
    member24: String
    member25: Integer
    member26: Boolean
    member27: Long
    member28: String
    member29: Integer
    member30: Boolean
    member31: Long
    member32: String
    member33: Integer
    member34: Boolean
    member35: Long
    member36: String
    member37: Integer
    member38: Boolean
    member39: Long
    member40: String
    member41: Integer
    member42: Boolean
    member43: Long
    member44: String
    member45: Integer
    member46: Boolean
    member47: Long
    member48: String
    member49: Integer
    member50: Boolean
    member51: Long
    member52: String
    member53: Integer
    member54: Boolean
    member55: Long
    member56: String
    member57: Integer
    member58: Boolean
    member59: Long
    member60: String
    member61: Integer
    member62: Boolean
    member63: Long
    member64: String
    member65: Integer
    member66: Boolean
    member67: Long
    member68: String
    member69: Integer
    member70: Boolean
    member71: Long
    member72: String
    member73: Integer
    member74: Boolean
    member75: Long
    member76: String
    member77: Integer
    member78: Boolean
    member79: Long
    member80: String
    member81: Integer
    member82: Boolean
    member83: Long
    member84: String
    member85: Integer
    member86: Boolean
    member87: Long
    member88: String
    member89: Integer
    member90: Boolean
    member91: Long
    member92: String
    member93: Integer
    member94: Boolean
    member95: Long
    member96: String
    member97: Integer
    member98: Boolean
    member99: Long
}
