$version: "2.0"

namespace com.amazonaws.lambda

use smithy.waiters#waitable

// What programs wait for. Kept apart from the operation, which is easier to read without.

apply GetFunction @waitable(
    FunctionActiveV2: {
        documentation: "A function that was just created can be invoked."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "Configuration.State"
                        expected: "Active"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "Configuration.State"
                        expected: "Failed"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "retry"
                matcher: {
                    output: {
                        path: "Configuration.State"
                        expected: "Pending"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
        minDelay: 1
    }
    FunctionExists: {
        documentation: "There is a function of that name, in whatever state."
        acceptors: [
            {
                state: "success"
                matcher: { success: true }
            }
            {
                state: "retry"
                matcher: { errorType: "ResourceNotFoundException" }
            }
        ]
        minDelay: 1
    }
    FunctionUpdatedV2: {
        documentation: "The latest change of a function has taken effect."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "Configuration.LastUpdateStatus"
                        expected: "Successful"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "Configuration.LastUpdateStatus"
                        expected: "Failed"
                        comparator: "stringEquals"
                    }
                }
            }
            {
                state: "retry"
                matcher: {
                    output: {
                        path: "Configuration.LastUpdateStatus"
                        expected: "InProgress"
                        comparator: "stringEquals"
                    }
                }
            }
        ]
        minDelay: 1
    }
)
