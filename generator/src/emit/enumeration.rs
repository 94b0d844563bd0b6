//! Enums of strings and of integers.

use super::doc::{doc, docs, serde};
use crate::{
    name::ident,
    plan::{Enum, EnumVariant, IntEnum},
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// An enum of strings.
pub(super) fn string_enum(plan: &Enum) -> TokenStream {
    let definition = definition(
        &plan.name,
        &plan.docs,
        &plan.variants,
        plan.open.then(|| quote!(Unknown(String),)),
        plan.variants.is_empty(),
    );
    let methods = string_methods(plan);
    let conversions = string_conversions(plan);
    let wire = string_wire(plan);
    quote! { #definition #methods #conversions #wire }
}

fn definition<T>(
    name: &str,
    docs: &[String],
    variants: &[EnumVariant<T>],
    unknown: Option<TokenStream>,
    empty: bool,
) -> TokenStream {
    let name = ident(name);
    let docs = self::docs(docs);
    let variants = variants.iter().map(|variant| {
        let docs = self::docs(&variant.docs);
        let name = ident(&variant.name);
        quote! { #docs #name, }
    });
    let copy = (unknown.is_none() && !empty).then(|| quote!(Copy,));
    let unknown = unknown.map(|unknown| {
        let docs = doc("A value that this crate does not know.");
        quote! { #docs #unknown }
    });
    let serde = serde();
    quote! {
        #docs
        #[derive(Clone, #copy Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #serde
        #[non_exhaustive]
        pub enum #name { #(#variants)* #unknown }
    }
}

fn string_methods(plan: &Enum) -> TokenStream {
    let name = ident(&plan.name);
    let arms = plan.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.name), &variant.value);
        quote!(Self::#name => #value,)
    });
    let unknown = plan.open.then(|| quote!(Self::Unknown(value) => value,));
    let values = plan.variants.iter().map(|variant| &variant.value);
    let docs = doc("Every value that the model names, in its order.");
    let docs_as_str = doc("The value as it travels.");
    let docs_from = doc(match plan.open {
        true => "The one that travels as `value`.",
        false => "The one that travels as `value`, if the model names it.",
    });
    let from_arms = plan.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.name), &variant.value);
        match plan.open {
            true => quote!(#value => Self::#name,),
            false => quote!(#value => Some(Self::#name),),
        }
    });
    let from_value = match plan.open {
        true => quote! {
            pub fn from_value(value: &str) -> Self {
                match value { #(#from_arms)* _ => Self::Unknown(value.to_owned()) }
            }
        },
        false if plan.variants.is_empty() => quote! {
            pub fn from_value(_value: &str) -> Option<Self> { None }
        },
        false => quote! {
            pub fn from_value(value: &str) -> Option<Self> {
                match value { #(#from_arms)* _ => None }
            }
        },
    };
    let body = match plan.variants.is_empty() && !plan.open {
        true => quote!(match *self {}),
        false => quote!(match self { #(#arms)* #unknown }),
    };
    quote! {
        impl #name {
            #docs
            pub const VALUES: &'static [&'static str] = &[#(#values),*];

            #docs_as_str
            pub fn as_str(&self) -> &str { #body }

            #docs_from
            #from_value
        }
    }
}

fn string_conversions(plan: &Enum) -> TokenStream {
    let name = ident(&plan.name);
    let display = quote! {
        impl std::fmt::Display for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
    };
    if !plan.open {
        return quote! {
            #display

            impl std::str::FromStr for #name {
                type Err = farrier_runtime::UnknownValue;

                fn from_str(value: &str) -> Result<Self, Self::Err> {
                    Self::from_value(value).ok_or(farrier_runtime::UnknownValue)
                }
            }
        };
    }
    quote! {
        #display

        impl From<&str> for #name {
            fn from(value: &str) -> Self { Self::from_value(value) }
        }
    }
}

fn string_wire(plan: &Enum) -> TokenStream {
    let name = ident(&plan.name);
    let encode = plan.encode.then(|| {
        quote! {
            impl farrier_runtime::codec::Encode for #name {
                fn encode(&self, writer: &mut dyn farrier_runtime::codec::Writer) {
                    writer.string(self.as_str());
                }
            }
        }
    });
    let shown = &plan.shown;
    let hidden = plan.shown.len() != plan.variants.len();
    let shown = if hidden { quote!(&[#(#shown),*]) } else { quote!(Self::VALUES) };
    let decode = plan.decode.then(|| {
        let body = match plan.open {
            true => quote!(reader.text(Self::from_value)),
            false => quote!(reader.enumerated(#shown, Self::from_value)),
        };
        quote! {
            impl farrier_runtime::codec::Decode for #name {
                fn decode(
                    reader: &mut dyn farrier_runtime::codec::Reader,
                ) -> Result<Self, farrier_runtime::codec::Halt> {
                    #body
                }
            }
        }
    });
    let key = plan.key.then(|| {
        let value = match plan.open {
            true => quote!(Some(Self::from_value(&text))),
            false => quote!(Self::from_value(&text)),
        };
        let shown = (!plan.open).then(|| {
            quote! { fn shown() -> &'static [&'static str] { #shown } }
        });
        quote! {
            impl farrier_runtime::codec::MapKey for #name {
                fn from_key(text: String) -> Option<Self> { #value }
                fn as_key(&self) -> &str { self.as_str() }
                #shown
            }
        }
    });
    let corrected = plan.correct.then(|| {
        quote! {
            impl farrier_runtime::codec::Correct for #name {
                fn corrected() -> Self { Self::Unknown(String::new()) }
            }
        }
    });
    quote! { #encode #decode #key #corrected }
}

/// An enum of integers.
pub(super) fn int_enum(plan: &IntEnum) -> TokenStream {
    let definition = definition(
        &plan.name,
        &plan.docs,
        &plan.variants,
        plan.open.then(|| quote!(Unknown(i32),)),
        plan.variants.is_empty(),
    );
    let name = ident(&plan.name);
    let digits = |value: i32| {
        let digits = Literal::u32_unsuffixed(value.unsigned_abs());
        if value < 0 { quote!(-#digits) } else { quote!(#digits) }
    };
    let to_arms = plan.variants.iter().map(|variant| {
        let (name, value) = (ident(&variant.name), digits(variant.value));
        quote!(Self::#name => #value,)
    });
    let from_arms: Vec<TokenStream> = plan
        .variants
        .iter()
        .map(|variant| {
            let (name, value) = (ident(&variant.name), digits(variant.value));
            quote!(#value => Some(Self::#name),)
        })
        .collect();
    let unknown_to = plan.open.then(|| quote!(Self::Unknown(value) => *value,));
    let other = if plan.open { quote!(Some(Self::Unknown(value))) } else { quote!(None) };
    let values = plan.variants.iter().map(|variant| digits(variant.value));
    let docs_values = doc("Every value that the model names, in its order.");
    let docs_to = doc("The value as it travels.");
    let docs_from = doc(if plan.open {
        "The one that travels as `value`; always one."
    } else {
        "The one that travels as `value`, if the model names it."
    });
    let to_body = match plan.variants.is_empty() && !plan.open {
        true => quote!(match *self {}),
        false => quote!(match self { #(#to_arms)* #unknown_to }),
    };
    let encode = plan.encode.then(|| {
        quote! {
            impl farrier_runtime::codec::Encode for #name {
                fn encode(&self, writer: &mut dyn farrier_runtime::codec::Writer) {
                    writer.integer(i64::from(self.value()));
                }
            }
        }
    });
    let decode = plan.decode.then(|| {
        quote! {
            impl farrier_runtime::codec::Decode for #name {
                fn decode(
                    reader: &mut dyn farrier_runtime::codec::Reader,
                ) -> Result<Self, farrier_runtime::codec::Halt> {
                    reader.integer_enumerated(Self::VALUES, Self::from_value)
                }
            }
        }
    });
    let corrected = plan.correct.then(|| {
        quote! {
            impl farrier_runtime::codec::Correct for #name {
                fn corrected() -> Self { Self::Unknown(0) }
            }
        }
    });
    quote! {
        #definition
        impl #name {
            #docs_values
            pub const VALUES: &'static [i32] = &[#(#values),*];

            #docs_to
            pub fn value(&self) -> i32 { #to_body }

            #docs_from
            pub fn from_value(value: i32) -> Option<Self> {
                match value { #(#from_arms)* _ => #other }
            }
        }
        #encode #decode #corrected
    }
}
