//! The generated Lambda client and the generated Lambda server against each other: a server that answers what it is told,
//! reached over a socket or in memory.

mod scripted;
mod way;

pub use scripted::{Script, Scripted, answers, fails};
pub use way::{Reached, WAYS, Way, reach, stubborn};
