//! One module an operation: what it takes, answers and fails with.

mod send_part;
mod make_order;
mod make_bill;
mod make_note;

pub use send_part::{SendPartError, SendPartInput, SendPartOutput};
pub use make_order::{MakeOrderError, MakeOrderInput};
pub use make_bill::{MakeBillError, MakeBillInput};
pub use make_note::{MakeNoteError, MakeNoteInput};
