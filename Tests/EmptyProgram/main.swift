// A Swift program that does nothing but prompt, to compare the start of another with.
print("> ", terminator: "")
