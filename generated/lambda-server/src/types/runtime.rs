use farrier_runtime::UnknownValue;
use farrier_runtime::codec::{Decode, Encode, Halt, Reader, Writer};
use std::fmt;
use std::str::FromStr;

/// The language environment that a function runs in.
///
/// Runtimes that Lambda has retired stay on the list, because old versions and layers still name
/// them; the service accepts no new functions with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Runtime {
    /// Node.js 0.10.
    Nodejs,
    /// Node.js 4.3.
    Nodejs4_3,
    /// Node.js 6.10.
    Nodejs6_10,
    /// Node.js 8.10.
    Nodejs8_10,
    /// Node.js 10.
    Nodejs10X,
    /// Node.js 12.
    Nodejs12X,
    /// Node.js 14.
    Nodejs14X,
    /// Node.js 16.
    Nodejs16X,
    /// Java 8 on Amazon Linux 1.
    Java8,
    /// Java 8 on Amazon Linux 2.
    Java8Al2,
    /// Java 11.
    Java11,
    /// Python 2.7.
    Python2_7,
    /// Python 3.6.
    Python3_6,
    /// Python 3.7.
    Python3_7,
    /// Python 3.8.
    Python3_8,
    /// Python 3.9.
    Python3_9,
    /// .NET Core 1.0.
    Dotnetcore1_0,
    /// .NET Core 2.0.
    Dotnetcore2_0,
    /// .NET Core 2.1.
    Dotnetcore2_1,
    /// .NET Core 3.1.
    Dotnetcore3_1,
    /// .NET 6.
    Dotnet6,
    /// .NET 8.
    Dotnet8,
    /// Node.js 4.3 for Lambda@Edge.
    Nodejs4_3Edge,
    /// Go 1 on Amazon Linux 1. Go programs now run on `provided.al2023`.
    Go1X,
    /// Ruby 2.5.
    Ruby2_5,
    /// Ruby 2.7.
    Ruby2_7,
    /// An executable that brings its own runtime, on Amazon Linux 1.
    Provided,
    /// An executable that brings its own runtime, on Amazon Linux 2.
    ProvidedAl2,
    /// Node.js 18.
    Nodejs18X,
    /// Python 3.10.
    Python3_10,
    /// Java 17.
    Java17,
    /// Ruby 3.2.
    Ruby3_2,
    /// Ruby 3.3.
    Ruby3_3,
    /// Ruby 3.4.
    Ruby3_4,
    /// Python 3.11.
    Python3_11,
    /// Node.js 20.
    Nodejs20X,
    /// An executable that brings its own runtime, on Amazon Linux 2023: the one for Rust and Go.
    ProvidedAl2023,
    /// Python 3.12.
    Python3_12,
    /// Java 21.
    Java21,
    /// Python 3.13.
    Python3_13,
    /// Node.js 22.
    Nodejs22X,
}

impl Runtime {
    /// Every value that the model names, in its order.
    pub const VALUES: &'static [&'static str] = &[
        "nodejs",
        "nodejs4.3",
        "nodejs6.10",
        "nodejs8.10",
        "nodejs10.x",
        "nodejs12.x",
        "nodejs14.x",
        "nodejs16.x",
        "java8",
        "java8.al2",
        "java11",
        "python2.7",
        "python3.6",
        "python3.7",
        "python3.8",
        "python3.9",
        "dotnetcore1.0",
        "dotnetcore2.0",
        "dotnetcore2.1",
        "dotnetcore3.1",
        "dotnet6",
        "dotnet8",
        "nodejs4.3-edge",
        "go1.x",
        "ruby2.5",
        "ruby2.7",
        "provided",
        "provided.al2",
        "nodejs18.x",
        "python3.10",
        "java17",
        "ruby3.2",
        "ruby3.3",
        "ruby3.4",
        "python3.11",
        "nodejs20.x",
        "provided.al2023",
        "python3.12",
        "java21",
        "python3.13",
        "nodejs22.x",
    ];

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nodejs => "nodejs",
            Self::Nodejs4_3 => "nodejs4.3",
            Self::Nodejs6_10 => "nodejs6.10",
            Self::Nodejs8_10 => "nodejs8.10",
            Self::Nodejs10X => "nodejs10.x",
            Self::Nodejs12X => "nodejs12.x",
            Self::Nodejs14X => "nodejs14.x",
            Self::Nodejs16X => "nodejs16.x",
            Self::Java8 => "java8",
            Self::Java8Al2 => "java8.al2",
            Self::Java11 => "java11",
            Self::Python2_7 => "python2.7",
            Self::Python3_6 => "python3.6",
            Self::Python3_7 => "python3.7",
            Self::Python3_8 => "python3.8",
            Self::Python3_9 => "python3.9",
            Self::Dotnetcore1_0 => "dotnetcore1.0",
            Self::Dotnetcore2_0 => "dotnetcore2.0",
            Self::Dotnetcore2_1 => "dotnetcore2.1",
            Self::Dotnetcore3_1 => "dotnetcore3.1",
            Self::Dotnet6 => "dotnet6",
            Self::Dotnet8 => "dotnet8",
            Self::Nodejs4_3Edge => "nodejs4.3-edge",
            Self::Go1X => "go1.x",
            Self::Ruby2_5 => "ruby2.5",
            Self::Ruby2_7 => "ruby2.7",
            Self::Provided => "provided",
            Self::ProvidedAl2 => "provided.al2",
            Self::Nodejs18X => "nodejs18.x",
            Self::Python3_10 => "python3.10",
            Self::Java17 => "java17",
            Self::Ruby3_2 => "ruby3.2",
            Self::Ruby3_3 => "ruby3.3",
            Self::Ruby3_4 => "ruby3.4",
            Self::Python3_11 => "python3.11",
            Self::Nodejs20X => "nodejs20.x",
            Self::ProvidedAl2023 => "provided.al2023",
            Self::Python3_12 => "python3.12",
            Self::Java21 => "java21",
            Self::Python3_13 => "python3.13",
            Self::Nodejs22X => "nodejs22.x",
        }
    }

    /// The one that travels as `value`, if the model names it.
    pub fn from_value(value: &str) -> Option<Self> {
        match value {
            "nodejs" => Some(Self::Nodejs),
            "nodejs4.3" => Some(Self::Nodejs4_3),
            "nodejs6.10" => Some(Self::Nodejs6_10),
            "nodejs8.10" => Some(Self::Nodejs8_10),
            "nodejs10.x" => Some(Self::Nodejs10X),
            "nodejs12.x" => Some(Self::Nodejs12X),
            "nodejs14.x" => Some(Self::Nodejs14X),
            "nodejs16.x" => Some(Self::Nodejs16X),
            "java8" => Some(Self::Java8),
            "java8.al2" => Some(Self::Java8Al2),
            "java11" => Some(Self::Java11),
            "python2.7" => Some(Self::Python2_7),
            "python3.6" => Some(Self::Python3_6),
            "python3.7" => Some(Self::Python3_7),
            "python3.8" => Some(Self::Python3_8),
            "python3.9" => Some(Self::Python3_9),
            "dotnetcore1.0" => Some(Self::Dotnetcore1_0),
            "dotnetcore2.0" => Some(Self::Dotnetcore2_0),
            "dotnetcore2.1" => Some(Self::Dotnetcore2_1),
            "dotnetcore3.1" => Some(Self::Dotnetcore3_1),
            "dotnet6" => Some(Self::Dotnet6),
            "dotnet8" => Some(Self::Dotnet8),
            "nodejs4.3-edge" => Some(Self::Nodejs4_3Edge),
            "go1.x" => Some(Self::Go1X),
            "ruby2.5" => Some(Self::Ruby2_5),
            "ruby2.7" => Some(Self::Ruby2_7),
            "provided" => Some(Self::Provided),
            "provided.al2" => Some(Self::ProvidedAl2),
            "nodejs18.x" => Some(Self::Nodejs18X),
            "python3.10" => Some(Self::Python3_10),
            "java17" => Some(Self::Java17),
            "ruby3.2" => Some(Self::Ruby3_2),
            "ruby3.3" => Some(Self::Ruby3_3),
            "ruby3.4" => Some(Self::Ruby3_4),
            "python3.11" => Some(Self::Python3_11),
            "nodejs20.x" => Some(Self::Nodejs20X),
            "provided.al2023" => Some(Self::ProvidedAl2023),
            "python3.12" => Some(Self::Python3_12),
            "java21" => Some(Self::Java21),
            "python3.13" => Some(Self::Python3_13),
            "nodejs22.x" => Some(Self::Nodejs22X),
            _ => None,
        }
    }
}

impl fmt::Display for Runtime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Runtime {
    type Err = UnknownValue;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Self::from_value(value).ok_or(UnknownValue)
    }
}

impl Encode for Runtime {
    fn encode(&self, writer: &mut dyn Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Runtime {
    fn decode(reader: &mut dyn Reader) -> Result<Self, Halt> {
        reader.enumerated(Self::VALUES, Self::from_value)
    }
}
