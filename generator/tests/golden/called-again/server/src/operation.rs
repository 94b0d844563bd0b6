//! One module an operation: what it takes, answers and fails with.

pub(crate) mod send_part;
pub(crate) mod make_order;
pub(crate) mod make_bill;
pub(crate) mod make_note;

pub use send_part::{SendPartError, SendPartInput, SendPartOutput};
pub use make_order::{MakeOrderError, MakeOrderInput};
pub use make_bill::{MakeBillError, MakeBillInput};
pub use make_note::{MakeNoteError, MakeNoteInput};
