$version: "2.0"

namespace com.amazonaws.lambda

/// The language environment that a function runs in.
///
/// Runtimes that Lambda has retired stay on the list, because old versions and layers still name
/// them; the service accepts no new functions with them.
enum Runtime {
    /// Node.js 0.10.
    NODEJS = "nodejs"

    /// Node.js 4.3.
    NODEJS_4_3 = "nodejs4.3"

    /// Node.js 6.10.
    NODEJS_6_10 = "nodejs6.10"

    /// Node.js 8.10.
    NODEJS_8_10 = "nodejs8.10"

    /// Node.js 10.
    NODEJS_10_X = "nodejs10.x"

    /// Node.js 12.
    NODEJS_12_X = "nodejs12.x"

    /// Node.js 14.
    NODEJS_14_X = "nodejs14.x"

    /// Node.js 16.
    NODEJS_16_X = "nodejs16.x"

    /// Java 8 on Amazon Linux 1.
    JAVA_8 = "java8"

    /// Java 8 on Amazon Linux 2.
    JAVA_8_AL2 = "java8.al2"

    /// Java 11.
    JAVA_11 = "java11"

    /// Python 2.7.
    PYTHON_2_7 = "python2.7"

    /// Python 3.6.
    PYTHON_3_6 = "python3.6"

    /// Python 3.7.
    PYTHON_3_7 = "python3.7"

    /// Python 3.8.
    PYTHON_3_8 = "python3.8"

    /// Python 3.9.
    PYTHON_3_9 = "python3.9"

    /// .NET Core 1.0.
    DOTNETCORE_1_0 = "dotnetcore1.0"

    /// .NET Core 2.0.
    DOTNETCORE_2_0 = "dotnetcore2.0"

    /// .NET Core 2.1.
    DOTNETCORE_2_1 = "dotnetcore2.1"

    /// .NET Core 3.1.
    DOTNETCORE_3_1 = "dotnetcore3.1"

    /// .NET 6.
    DOTNET_6 = "dotnet6"

    /// .NET 8.
    DOTNET_8 = "dotnet8"

    /// Node.js 4.3 for Lambda@Edge.
    NODEJS_4_3_EDGE = "nodejs4.3-edge"

    /// Go 1 on Amazon Linux 1. Go programs now run on `provided.al2023`.
    GO_1_X = "go1.x"

    /// Ruby 2.5.
    RUBY_2_5 = "ruby2.5"

    /// Ruby 2.7.
    RUBY_2_7 = "ruby2.7"

    /// An executable that brings its own runtime, on Amazon Linux 1.
    PROVIDED = "provided"

    /// An executable that brings its own runtime, on Amazon Linux 2.
    PROVIDED_AL2 = "provided.al2"

    /// Node.js 18.
    NODEJS_18_X = "nodejs18.x"

    /// Python 3.10.
    PYTHON_3_10 = "python3.10"

    /// Java 17.
    JAVA_17 = "java17"

    /// Ruby 3.2.
    RUBY_3_2 = "ruby3.2"

    /// Ruby 3.3.
    RUBY_3_3 = "ruby3.3"

    /// Ruby 3.4.
    RUBY_3_4 = "ruby3.4"

    /// Python 3.11.
    PYTHON_3_11 = "python3.11"

    /// Node.js 20.
    NODEJS_20_X = "nodejs20.x"

    /// An executable that brings its own runtime, on Amazon Linux 2023: the one for Rust and Go.
    PROVIDED_AL2023 = "provided.al2023"

    /// Python 3.12.
    PYTHON_3_12 = "python3.12"

    /// Java 21.
    JAVA_21 = "java21"

    /// Python 3.13.
    PYTHON_3_13 = "python3.13"

    /// Node.js 22.
    NODEJS_22_X = "nodejs22.x"
}

/// The instruction set that code is built for.
enum Architecture {
    /// 64-bit x86.
    X86_64 = "x86_64"

    /// 64-bit Arm: AWS's Graviton processors.
    ARM64 = "arm64"
}

/// The instruction set that a function is built for: exactly one.
@length(min: 1, max: 1)
list ArchitecturesList {
    member: Architecture
}

/// The form that a function's code comes in.
enum PackageType {
    /// A ZIP archive.
    ZIP = "Zip"

    /// A container image.
    IMAGE = "Image"
}
