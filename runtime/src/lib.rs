//! What the crates that Farrier generates stand on.
