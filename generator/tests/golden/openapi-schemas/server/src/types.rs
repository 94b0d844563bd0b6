//! The types that operations take and answer.

mod pet;
mod pet_kind;
mod pet_toys_item;

pub use pet::Pet;
pub use pet_kind::PetKind;
pub use pet_toys_item::PetToysItem;
