//! Parts of values that have parts.

use farrier_model::api::{MapShape, Shape, ShapeKind};
use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::hint::{Hint, What};
use super::texts::key_place;
use super::values::Value;

/// The members of a structure.
pub(super) struct Fields<'a> {
    value: Value<'a>,
    left: std::slice::Iter<'static, &'static str>,
    now: &'static str,
}

impl<'a> Fields<'a> {
    pub(super) fn new(value: Value<'a>, fields: &'static [&'static str]) -> Self {
        Self { value, left: fields.iter(), now: "" }
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some(name) = self.left.next() else { return Ok(None) };
        self.now = name;
        let name: StrDeserializer<'_, Error> = (*name).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value.part(self.value.hint.field(self.now)))
    }
}

/// The items of a list, or the entries of a map.
pub(super) struct Items<'a> {
    value: Value<'a>,
    left: usize,
}

impl<'a> Items<'a> {
    pub(super) fn new(value: Value<'a>) -> Self {
        Self { left: value.count(), value }
    }

    fn shape(&self) -> &'a Shape {
        match self.value.hint.what {
            What::Shape(shape) => shape,
            other => panic!("{other:?} is no list or map"),
        }
    }

    fn map(&self) -> &'a MapShape {
        match &self.shape().kind {
            ShapeKind::Map(map) => map,
            other => panic!("{other:?} is no map"),
        }
    }

    fn next(&mut self) -> bool {
        let left = self.left.checked_sub(1);
        self.left = left.unwrap_or(0);
        left.is_some()
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        if !self.next() {
            return Ok(None);
        }
        let ShapeKind::List(list) = &self.shape().kind else {
            panic!("{:?} is no list", self.shape())
        };
        seed.deserialize(self.value.part(self.value.hint.member(&list.member))).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        if !self.next() {
            return Ok(None);
        }
        let hint = self.value.hint.member(&self.map().key);
        let place = key_place(hint.place);
        seed.deserialize(self.value.part(hint.at(place))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value.part(self.value.hint.member(&self.map().value)))
    }
}

/// The parts of a document.
pub(super) struct Any<'a> {
    value: Value<'a>,
    left: usize,
}

impl<'a> Any<'a> {
    pub(super) fn new(value: Value<'a>) -> Self {
        Self { left: value.count(), value }
    }

    fn part(&mut self) -> Option<Value<'a>> {
        self.left = self.left.checked_sub(1)?;
        Some(self.value.part(Hint::nothing(self.value.hint.model)))
    }
}

impl<'de> SeqAccess<'de> for Any<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.part().map(|part| seed.deserialize(part)).transpose()
    }
}

impl<'de> MapAccess<'de> for Any<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some(part) = self.part() else { return Ok(None) };
        let key = super::texts::text(part.choices, &part.hint);
        seed.deserialize(key.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value.part(Hint::nothing(self.value.hint.model)))
    }
}

/// One variant of an enum.
pub(super) struct Variant<'a> {
    value: Value<'a>,
    index: usize,
    name: &'static str,
}

impl<'a> Variant<'a> {
    pub(super) fn new(value: Value<'a>, index: usize, name: &'static str) -> Self {
        Self { value, index, name }
    }
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name: StrDeserializer<'_, Error> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        let What::Shape(shape) = self.value.hint.what else {
            panic!("{} holds a value", self.name)
        };
        match &shape.kind {
            ShapeKind::Union(union) => {
                let member = &union.members[self.index];
                seed.deserialize(self.value.part(self.value.hint.member(member)))
            }
            // One that the model does not name.
            _ => seed.deserialize(self.value),
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        panic!("{} is a tuple", self.name)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        panic!("{} is a structure", self.name)
    }
}
