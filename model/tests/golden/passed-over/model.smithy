$version: "2.0"

namespace golden.passed

use aws.protocols#awsJson1_1

@awsJson1_1
service Passed { version: "1" }
