//! AWS Lambda function versions and layers, kept in memory.

fn main() {}
