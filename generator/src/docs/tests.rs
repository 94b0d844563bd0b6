//! Tests of documentation.
