namespace example.forgotten

structure City {
    name: String = ""
    population: Integer = 0
}

enum Climate {
    WET
    DRY
}
