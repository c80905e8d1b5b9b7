# Numbers instead of q1 to q4 as keys. [0 points]
answers = {1: "c", 2: "b", 3: "d", 4: "b"}
