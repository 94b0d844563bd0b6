$version: "2.0"

namespace smithy.mqtt

@protocolDefinition
@trait(selector: "service")
structure mqttJson {}

@pattern("^[^#+]+$")
@trait(selector: "operation :not(-[output]-> * > member)", conflicts: ["smithy.mqtt#subscribe"])
@traitValidators("MqttPublishInput.NoEventStreams": {selector: "-[input]-> structure > member :test(> union [trait|streaming])", message: "what is published is one message, and no stream of events"}, MqttUnsupportedErrors: {selector: ":test(-[error]->)", severity: "DANGER", message: "MQTT has no way to answer with an error"})
string publish

@pattern("^[^#+]+$")
@trait(selector: "operation :test(-[output]->)", conflicts: ["smithy.mqtt#publish"])
@traitValidators("MqttSubscribeInput.MissingTopicLabel": {selector: "-[input]-> structure > member :not([trait|smithy.mqtt#topicLabel])", message: "a subscription sends nothing but its topic, so that each member of its input needs the trait `topicLabel`"}, MqttUnsupportedErrors: {selector: ":test(-[error]->)", severity: "DANGER", message: "MQTT has no way to answer with an error"}, "MqttSubscribeOutput.MissingEventStream": {selector: ":test(-[output]-> :not(> member > union [trait|streaming]))", message: "a subscription gives a stream of events, and the output has none"}, "MqttSubscribeOutput.EventHeaderNotSupported": {selector: "-[output]-> structure > member > union [trait|streaming] > member > structure > member [trait|eventHeader]", severity: "DANGER", message: "MQTT has no headers of events"}, "MqttSubscribeOutput.NoInitialEvents": {selector: ":test(-[output]-> structure > member :not(> union [trait|streaming]))", message: "a subscription gives events alone, and its output has more members"})
string subscribe

@trait(selector: "member[trait|required] :test(> :test(string, byte, short, integer, long, boolean, timestamp))")
structure topicLabel {}
